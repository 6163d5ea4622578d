import { customSenderSource } from '@herald/protocol'
import type { MessageDoc } from './message.ts'

/** The event that a custom sender is invoked with; members in the order of a captured one. There is no `response` member. */
export interface CustomSenderEvent {
  version: '1'
  triggerSource: string
  region: string
  userPoolId: string
  userName: string
  callerContext: { awsSdkVersion: string; clientId: string | null }
  request: {
    type: 'customEmailSenderRequestV1' | 'customSMSSenderRequestV1'
    /** AWS Encryption SDK message, base64. */
    code: string | null
    clientMetadata: Record<string, string> | null
    /** Only a notification has members that are null. */
    userAttributes: Readonly<Record<string, string | null>>
  }
}

/**
 * @param sealedCode the code as `sealMessage` encrypts it.
 * @param userAttributes what a notification says in place of the user's attributes.
 */
export function customSenderEvent(
  message: MessageDoc,
  region: string,
  sealedCode: string | null,
  userAttributes: CustomSenderEvent['request']['userAttributes'] = message.userAttributes,
): CustomSenderEvent {
  return {
    version: '1',
    triggerSource: customSenderSource(message.channel, message.reason),
    region,
    userPoolId: message.poolId,
    userName: message.userName,
    callerContext: { awsSdkVersion: message.awsSdkVersion, clientId: message.clientId },
    request: {
      type: message.channel === 'email' ? 'customEmailSenderRequestV1' : 'customSMSSenderRequestV1',
      code: sealedCode,
      clientMetadata: message.clientMetadata,
      userAttributes,
    },
  }
}
