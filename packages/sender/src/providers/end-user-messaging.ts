import type { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { SenderError } from '../errors.ts'
import type { Message } from '../message.ts'
import type { Outcome, Provider, SendContext } from '../provider.ts'
import { type AwsError, type AwsOptions, acceptedAs, callAws, clientSettings, loadSdk } from './aws-call.ts'
import type { Meaning } from './outcome-of-code.ts'
import { meanings } from './outcome-of-code.ts'
import { secondsLeft } from './seconds-left.ts'

/** What all of End User Messaging's operations take. */
export interface CommonOptions extends AwsOptions {
  /** Name or ARN; its event destinations get the delivery reports. */
  configurationSet?: string
  /** Logged with each delivery event. Default: `source`, `userPoolId`, and the first eight characters of the `key`. */
  context?: (message: Message) => Record<string, string>
  /** Lets AWS count which codes were used; the caller then has to report each with `PutMessageFeedback`. */
  messageFeedback?: boolean
}

/** Who sends, and under which rules. */
export interface EndUserMessagingOptions extends CommonOptions {
  /** Phone number, sender id or pool: its id or ARN. Without it AWS picks one of the account's. */
  originationIdentity?: string
  /** The rules by country that hold against pumping. Default: the configuration set's or the account's. */
  protectConfigurationId?: string
  /** Default `TRANSACTIONAL`. */
  messageType?: 'TRANSACTIONAL' | 'PROMOTIONAL'
  /** US dollars for each part of a message; a dearer one is not sent. */
  maxPrice?: number
  /** Program name of a US short code. */
  keyword?: string
  /** For India: the entity's and the template's id from the registration (DLT). */
  entityId?: string
  templateId?: string
}

/** A template of AWS in place of a number and words of one's own. */
export interface NotifyOptions extends CommonOptions {
  /** Id or ARN of the notify configuration. */
  notifyConfigurationId: string
  /** Default: the configuration's own template. */
  templateId?: string
  /** The template's variables. Default: `{ code }`. */
  variables?: (message: Message) => Record<string, string>
}

/** Seconds that `TimeToLive` allows. */
const timeToLive = { least: 5, most: 259_200 }

/**
 * Text messages by AWS End User Messaging SMS (`SendTextMessage`, once Amazon Pinpoint SMS). They lapse with the code.
 * Needs `sms-voice:SendTextMessage`. `parts` are not told.
 * @see https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
 * @throws {SenderError} from `send`, when `@aws-sdk/client-pinpoint-sms-voice-v2` is not installed.
 */
export function endUserMessaging(options: EndUserMessagingOptions = {}): Provider {
  const open = clientOf(options)
  return {
    name: 'end-user-messaging',
    channels: ['sms'],
    async send(to, body, message, context) {
      const { sdk, client } = await open()
      const country = {
        ...(options.entityId && { IN_ENTITY_ID: options.entityId }),
        ...(options.templateId && { IN_TEMPLATE_ID: options.templateId }),
      }
      const command = new sdk.SendTextMessageCommand({
        DestinationPhoneNumber: to,
        MessageBody: body.text,
        OriginationIdentity: options.originationIdentity,
        MessageType: options.messageType ?? 'TRANSACTIONAL',
        ProtectConfigurationId: options.protectConfigurationId,
        Keyword: options.keyword,
        MaxPrice: options.maxPrice?.toFixed(5),
        DestinationCountryParameters: Object.keys(country).length > 0 ? country : undefined,
        ...commonInput(options, message, context),
      })
      return deliver(command, (...input) => client.send(...input), context)
    },
  }
}

/**
 * Text messages by AWS End User Messaging Notify (`SendNotifyTextMessage`): AWS's numbers and AWS's templates, so that no
 * number has to be registered. The words are the template's; what was rendered is not used.
 * Needs `sms-voice:SendNotifyTextMessage`.
 * @see https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendNotifyTextMessage.html
 * @throws {SenderError} from `send`, when the SDK is not installed or older than Notify, as a runtime's own may be.
 */
export function endUserMessagingNotify(options: NotifyOptions): Provider {
  const open = clientOf(options)
  return {
    name: 'end-user-messaging-notify',
    channels: ['sms'],
    async send(to, _body, message, context) {
      const { sdk, client } = await open()
      if (typeof sdk.SendNotifyTextMessageCommand !== 'function') {
        const need = 'this @aws-sdk/client-pinpoint-sms-voice-v2 has no SendNotifyTextMessage: bundle a newer one'
        throw new SenderError('Configuration', need)
      }
      if (!options.variables && !message.secret) return { status: 'drop', reason: 'the message has no code' }
      const command = new sdk.SendNotifyTextMessageCommand({
        DestinationPhoneNumber: to,
        NotifyConfigurationId: options.notifyConfigurationId,
        TemplateId: options.templateId,
        TemplateVariables: options.variables?.(message) ?? { code: message.secret!.reveal() },
        ...commonInput(options, message, context),
      })
      return deliver(command, (...input) => client.send(...input), context)
    },
  }
}

/**
 * The SDK and its client, loaded and made at the first message.
 * @internal Left out of the declarations, which would need the SDK's otherwise.
 */
export function clientOf(options: AwsOptions) {
  let client: PinpointSMSVoiceV2Client | undefined
  return async () => {
    const name = '@aws-sdk/client-pinpoint-sms-voice-v2'
    const sdk = await loadSdk(name, () => import('@aws-sdk/client-pinpoint-sms-voice-v2'))
    client ??= new sdk.PinpointSMSVoiceV2Client(clientSettings(options))
    return { sdk, client }
  }
}

/** What every operation is told: how long to try, and what its delivery events shall say. */
export function commonInput(options: CommonOptions, message: Message, { key, now }: SendContext) {
  const { source, poolId } = message
  return {
    ConfigurationSetName: options.configurationSet,
    MessageFeedbackEnabled: options.messageFeedback,
    TimeToLive: secondsLeft(message, now(), timeToLive),
    Context: options.context?.(message) ?? { source, userPoolId: poolId, key: key.slice(0, 8) },
  }
}

/** Sends one command and reads its answer, or the reason of its refusal. */
export function deliver<C extends Parameters<typeof callAws>[0]>(
  command: C,
  send: (command: C, options: { abortSignal: AbortSignal }) => Promise<{ MessageId?: string }>,
  context: SendContext,
): Promise<Outcome> {
  return callAws(command, send, context, ({ MessageId }) => acceptedAs(MessageId), meaningOfReason)
}

/**
 * Reasons that speak of the recipient. A block by Protect is one: sending by another service would go round the rules that
 * hold against fraud. The others (sender ids, registrations, a number not verified in the sandbox) are the account's.
 */
const ofTheRecipient = /* @__PURE__ */ meanings({
  recipient: [
    'DESTINATION_PHONE_NUMBER_OPTED_OUT',
    'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION',
    'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE',
    'DESTINATION_COUNTRY_BLOCKED',
    'PRICE_OVER_THRESHOLD',
    'MAXIMUM_SIZE_EXCEEDED',
    'DAILY_DESTINATION_CALL_LIMIT',
  ],
})

function meaningOfReason({ name, Reason = '', Fields = [] }: AwsError): Meaning | undefined {
  if (!/^(Conflict|Validation|ServiceQuotaExceeded|ResourceNotFound)Exception$/.test(name)) return undefined
  const named = ofTheRecipient.get(Reason)
  if (named) return named
  const ofTheMessage = Fields.some(({ Name = '' }) => /^(DestinationPhoneNumber|MessageBody)$/i.test(Name))
  return ofTheMessage ? 'recipient' : 'account'
}
