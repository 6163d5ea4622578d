export { createSender } from './create-sender.ts'
export { createDecryptor } from './decrypt/create-decryptor.ts'
export type { Decryptor, DecryptorOptions } from './decrypt/decryptor.ts'
export { explainFailure, type FailedDecryption } from './decrypt/explain-failure.ts'
export { unescapePassword } from './decrypt/unescape-password.ts'
export { failover } from './delivery/failover.ts'
export { route } from './delivery/route.ts'
export { routeByCountry } from './delivery/route-by-country.ts'
export type { Timer } from './delivery/timer.ts'
export { SenderError, type SenderErrorCode } from './errors.ts'
export type { CustomEmailSenderEvent, CustomSmsSenderEvent, SenderEvent, TakeoverAction } from './events/event.ts'
export { codeLifetimesS } from './events/lifetimes.ts'
export { type ParsedEvent, type ParseOptions, parseEvent, toMessage } from './events/parse-event.ts'
export type { Channel, EmailSource, SmsSource } from './events/sources.ts'
export { emailSources, smsSources } from './events/sources.ts'
export * from './guard/index.ts'
export * from './links/index.ts'
export type { Message, Risk } from './message.ts'
export { createJsonLog, type Level, type Write } from './observe/json-log.ts'
export type { Log } from './observe/log.ts'
export { maskAddress } from './observe/mask.ts'
export { scrubEvent } from './observe/scrub-event.ts'
export type { Handler, LambdaContext, Options, Sandbox } from './options.ts'
export { composeSender } from './pipeline/compose-sender.ts'
export type {
  CheckResult,
  DeliveryEvent,
  Outcome,
  Provider,
  Rendered,
  ReportRequest,
  SendContext,
} from './provider.ts'
export { type BrevoOptions, brevo } from './providers/brevo.ts'
export type { Answer } from './providers/call.ts'
export { type ConsoleOptions, printToConsole } from './providers/console.ts'
export {
  type EndUserMessagingOptions,
  endUserMessaging,
  endUserMessagingNotify,
  type NotifyOptions,
} from './providers/end-user-messaging.ts'
export { type EndUserMessagingVoiceOptions, endUserMessagingVoice } from './providers/end-user-messaging-voice.ts'
export { type HeraldInboxOptions, heraldInbox } from './providers/herald-inbox.ts'
export { type HttpMessage, type HttpOptions, http } from './providers/http.ts'
export { type InfobipOptions, infobip } from './providers/infobip.ts'
export type { MailOptions } from './providers/mail-address.ts'
export { type MailgunOptions, mailgun } from './providers/mailgun.ts'
export { type MessagebirdOptions, messagebird } from './providers/messagebird.ts'
export { metaChallenge } from './providers/meta-challenge.ts'
export { type PlivoOptions, plivo } from './providers/plivo.ts'
export { type PostmarkOptions, postmark } from './providers/postmark.ts'
export { type ResendOptions, resend } from './providers/resend.ts'
export { type SendgridOptions, sendgrid } from './providers/sendgrid.ts'
export { type SesV2Options, sesV2 } from './providers/ses-v2.ts'
export { type SlackOptions, slack } from './providers/slack.ts'
export { type SmtpOptions, smtp } from './providers/smtp.ts'
export { type SnsMessage, type SnsVerifyOptions, verifySnsMessage } from './providers/sns-signature.ts'
export { type SnsSmsOptions, snsSms } from './providers/sns-sms.ts'
export { type SnsTopicOptions, snsTopic } from './providers/sns-topic.ts'
export { type TelnyxOptions, telnyx } from './providers/telnyx.ts'
export { type TwilioOptions, type TwilioWhatsappOptions, twilio, twilioWhatsapp } from './providers/twilio.ts'
export { type TwilioVoiceOptions, twilioVoice } from './providers/twilio-voice.ts'
export { type VonageOptions, vonage } from './providers/vonage.ts'
export type { VonageSignatureMethod } from './providers/vonage-reports.ts'
export {
  type VerifyOptions,
  verifyWebhook,
  type WebhookBody,
  type WebhookOptions,
  webhook,
} from './providers/webhook.ts'
export { type WhatsappCloudOptions, whatsappCloud } from './providers/whatsapp-cloud.ts'
export { smsToEmail } from './sandbox/sms-to-email.ts'
export { Secret } from './secret.ts'
export { resolveSecretish, type Secretish } from './secretish.ts'
export { type DynamoOptions, dynamo } from './stores/dynamo.ts'
export { type MemoryOptions, memory } from './stores/memory.ts'
export type { Store } from './stores/store.ts'
export * from './templates/index.ts'
