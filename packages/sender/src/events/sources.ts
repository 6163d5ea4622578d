/** Why Cognito sends an e-mail: the part of `triggerSource` after `CustomEmailSender_`. */
export const emailSources = [
  'SignUp',
  'ResendCode',
  'ForgotPassword',
  'UpdateUserAttribute',
  'VerifyUserAttribute',
  'AdminCreateUser',
  'Authentication',
  'AccountTakeOverNotification',
] as const

export type EmailSource = (typeof emailSources)[number]

/** Why Cognito sends an SMS: the part after `CustomSMSSender_`. AWS documents no takeover notification by SMS. */
export type SmsSource = Exclude<EmailSource, 'AccountTakeOverNotification'>

export const smsSources = emailSources.filter((source): source is SmsSource => source !== 'AccountTakeOverNotification')

/** What a message can travel by. */
export type Channel = 'email' | 'sms' | 'whatsapp' | 'voice' | 'chat'
