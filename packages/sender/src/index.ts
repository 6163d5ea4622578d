export { SenderError, type SenderErrorCode } from './errors.ts'
export type { CustomEmailSenderEvent, CustomSmsSenderEvent, SenderEvent, TakeoverAction } from './events/event.ts'
export { codeLifetimesS } from './events/lifetimes.ts'
export { type ParsedEvent, type ParseOptions, parseEvent, toMessage } from './events/parse-event.ts'
export type { Channel, EmailSource, SmsSource } from './events/sources.ts'
export { emailSources, smsSources } from './events/sources.ts'
export type { Rule, Verdict } from './guard/rule.ts'
export type { Message, Risk } from './message.ts'
export type { Log } from './observe/log.ts'
export type { Handler, LambdaContext, Options, Sandbox } from './options.ts'
export type { CheckResult, DeliveryEvent, Outcome, Provider, Rendered, SendContext } from './provider.ts'
export {
  type EndUserMessagingOptions,
  endUserMessaging,
  endUserMessagingNotify,
  type NotifyOptions,
} from './providers/end-user-messaging.ts'
export { type SnsSmsOptions, snsSms } from './providers/sns-sms.ts'
export { type SnsTopicOptions, snsTopic } from './providers/sns-topic.ts'
export { type TwilioOptions, type TwilioWhatsappOptions, twilio, twilioWhatsapp } from './providers/twilio.ts'
export { Secret } from './secret.ts'
export type { Secretish } from './secretish.ts'
export type { Store } from './stores/store.ts'
export * from './templates/index.ts'
