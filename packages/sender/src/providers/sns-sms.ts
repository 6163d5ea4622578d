import type { Provider } from '../provider.ts'
import type { AwsError, AwsOptions } from './aws-call.ts'
import type { Meaning } from './outcome-of-code.ts'
import { publisher, stringAttributes } from './sns-client.ts'

/** Where the text comes from, and what it may cost. */
export interface SnsSmsOptions extends AwsOptions {
  /** Shown as the sender where the country supports it: 1 to 11 letters, digits and hyphens, one of them a letter. */
  senderId?: string
  /** A number of the account, E.164. */
  originationNumber?: string
  /** US dollars for one message; SNS does not send a dearer one. It says so only in its delivery logs. */
  maxPrice?: number
  /** Default `Transactional`: SNS sends it on the most reliable route. */
  smsType?: 'Transactional' | 'Promotional'
  /** For India: the entity's and the template's id from the registration (DLT). */
  entityId?: string
  templateId?: string
}

/**
 * Text messages by Amazon SNS `Publish` to a phone number.
 * Needs `sns:Publish`, and an account outside of the SMS sandbox for numbers that are not verified.
 *
 * SNS also accepts what it later does not deliver (opted out, too dear, over the spend limit).
 * @see https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 * @throws {SenderError} from `send`, when `@aws-sdk/client-sns` is not installed.
 */
export function snsSms(options: SnsSmsOptions = {}): Provider {
  const publish = publisher(options, meaningOfSms)
  const price = options.maxPrice
  const MessageAttributes = {
    ...stringAttributes({
      'AWS.SNS.SMS.SMSType': options.smsType ?? 'Transactional',
      'AWS.SNS.SMS.SenderID': options.senderId,
      'AWS.MM.SMS.OriginationNumber': options.originationNumber,
      'AWS.MM.SMS.EntityId': options.entityId,
      'AWS.MM.SMS.TemplateId': options.templateId,
    }),
    ...(price === undefined ? {} : { 'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: String(price) } }),
  }
  return {
    name: 'sns-sms',
    channels: ['sms'],
    send: (to, body, _message, context) => publish({ PhoneNumber: to, Message: body.text, MessageAttributes }, context),
  }
}

/** SNS names the parameter in its sentence: `Invalid parameter: PhoneNumber Reason: … is not valid to publish to`. */
function meaningOfSms({ name, message }: AwsError): Meaning | undefined {
  if (!/^(InvalidParameter|Validation|ParameterValueInvalid)/.test(name)) return undefined
  return /SenderID|OriginationNumber|MaxPrice|MessageAttribute|EntityId|TemplateId/i.test(message)
    ? 'account'
    : 'recipient'
}
