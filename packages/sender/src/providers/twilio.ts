import type { Message } from '../message.ts'
import type { Provider } from '../provider.ts'
import { call } from './call.ts'
import { secondsLeft } from './seconds-left.ts'
import { judgeTwilio, type TwilioAccount, twilioAccount } from './twilio-account.ts'
import { whatsappParams } from './whatsapp-params.ts'

/** Who sends: one of the two is needed. */
interface Sender {
  /** A number in E.164, a short code or an alphanumeric sender id; for WhatsApp the number alone. */
  from?: string
  /** `MG…`: Twilio chooses the sender from the service's pool. */
  messagingServiceSid?: string
}

export interface TwilioOptions extends TwilioAccount, Sender {
  /** Twilio's check against SMS pumping. Default: as the account has it. */
  riskCheck?: 'enable' | 'disable'
  /** `discard` keeps the text, and so the code, out of Twilio's logs where the account may do so. */
  contentRetention?: 'retain' | 'discard'
}

export interface TwilioWhatsappOptions extends TwilioAccount, Sender {
  /** `HX…` of the approved template, or what chooses it, for instance by the message's locale. */
  contentSid: string | ((message: Message) => string)
}

/** Seconds that `ValidityPeriod` allows. */
const validityPeriod = { least: 1, most: 36_000 }

/**
 * Text messages by Twilio's Messages resource. They lapse with the code. `parts` are told unless a messaging service
 * chooses the sender. Webhooks: the status callback, verified by `X-Twilio-Signature`; Twilio signs no time, so that a
 * request that was overheard can be repeated.
 * @see https://www.twilio.com/docs/messaging/api/message-resource
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-security
 * @throws {TypeError} when credentials or sender are missing, or `baseUrl` is malformed.
 */
export function twilio(options: TwilioOptions): Provider {
  const { request, check, webhook } = twilioAccount(options)
  const sender = senderOf(options, (from) => from)
  return {
    name: 'twilio',
    channels: ['sms'],
    check: check!,
    webhook: webhook!,
    send: (to, body, message, context) =>
      call(
        () =>
          request('/Messages.json', {
            form: {
              To: to,
              ...sender,
              Body: body.text,
              ValidityPeriod: secondsLeft(message, context.now(), validityPeriod)?.toString(),
              RiskCheck: options.riskCheck,
              ContentRetention: options.contentRetention,
              StatusCallback: options.statusCallback,
            },
            judge: judgeTwilio(context.now()),
          }),
        context,
      ),
  }
}

/**
 * WhatsApp messages by Twilio, from an approved template of the Content API. Its variables `1`, `2` … are the rendered
 * parameters, or else the code.
 * @see https://www.twilio.com/docs/content/whatsappauthentication
 * @throws {TypeError} when credentials or sender are missing, or `baseUrl` is malformed.
 */
export function twilioWhatsapp(options: TwilioWhatsappOptions): Provider {
  const { request, check, webhook } = twilioAccount(options)
  const sender = senderOf(options, (from) => `whatsapp:${from.replace(/^whatsapp:/, '')}`)
  const { contentSid } = options
  return {
    name: 'twilio-whatsapp',
    channels: ['whatsapp'],
    check: check!,
    webhook: webhook!,
    async send(to, body, message, context) {
      const params = whatsappParams(body, message)
      if (!params) return { status: 'drop', reason: 'the message has no code and no WhatsApp parameters' }
      const variables = Object.fromEntries(params.map((value, index) => [String(index + 1), value]))
      return call(
        () =>
          request('/Messages.json', {
            form: {
              To: `whatsapp:${to}`,
              ...sender,
              ContentSid: typeof contentSid === 'string' ? contentSid : contentSid(message),
              ContentVariables: JSON.stringify(variables),
              StatusCallback: options.statusCallback,
            },
            judge: judgeTwilio(context.now()),
          }),
        context,
      )
    },
  }
}

function senderOf({ from, messagingServiceSid }: Sender, address: (from: string) => string) {
  if (!from && !messagingServiceSid) throw new TypeError('twilio: from or messagingServiceSid must be given')
  return {
    From: from ? address(from) : undefined,
    MessagingServiceSid: messagingServiceSid,
  }
}
