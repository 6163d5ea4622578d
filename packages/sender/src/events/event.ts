import type { EmailSource, SmsSource } from './sources.ts'

/**
 * The events of both triggers as Cognito really sends them, where they differ from what is documented: captured events
 * have no `response`, `clientMetadata` is `null` where nothing was sent, and a takeover notification's data lies inside
 * `userAttributes`. AWS may add or move members, so `parseEvent` takes more than these types say.
 */
export type SenderEvent = CustomEmailSenderEvent | CustomSmsSenderEvent

export type CustomEmailSenderEvent = {
  [S in EmailSource]: EventOf<`CustomEmailSender_${S}`, RequestOf<S, 'customEmailSenderRequestV1'>>
}[EmailSource]

/** Old sample code of AWS also has `CustomSMSSender_AccountTakeOverNotification`; its table of sources does not. */
export type CustomSmsSenderEvent = {
  [S in SmsSource]: EventOf<`CustomSMSSender_${S}`, RequestOf<S, 'customSMSSenderRequestV1'>>
}[SmsSource]

export interface EventOf<T extends string, R> {
  version: string
  triggerSource: T
  region: string
  userPoolId: string
  userName: string
  callerContext?: CallerContext | null
  request: R
  /** In AWS's examples; not in the events captured from live pools. */
  response?: Record<string, unknown> | null
}

export interface CallerContext {
  awsSdkVersion?: string | null
  /** `CLIENT_ID_NOT_APPLICABLE` for AdminCreateUser; null or absent for the console's own calls. */
  clientId?: string | null
}

type RequestOf<S extends EmailSource, T extends string> = S extends 'AccountTakeOverNotification'
  ? TakeoverRequest<T>
  : CodeRequest<T>

export interface CodeRequest<T extends string> {
  type: T
  /** Base64 of a message of the AWS Encryption SDK. A handler must bear `null`. */
  code: string | null
  clientMetadata?: Record<string, string> | null
  userAttributes: UserAttributes
}

/** The user's profile. All values are text, `"true"` and `"false"` too. */
export interface UserAttributes {
  sub: string
  'cognito:user_status': string
  email?: string
  email_verified?: string
  phone_number?: string
  phone_number_verified?: string
  locale?: string
  [name: string]: string | undefined
}

export interface TakeoverRequest<T extends string> {
  type: T
  code: null
  clientMetadata?: null
  userAttributes: TakeoverAttributes
}

/** What stands in place of the profile in a takeover notification: no address, which the handler has to look up. */
export interface TakeoverAttributes {
  EVENT_ID: string
  USER_NAME: string
  IP_ADDRESS: string
  /** `Friday, March 19, 2021 02:25 PM UTC`. */
  LOGIN_TIME: string
  ACCOUNT_TAKE_OVER_ACTION: TakeoverAction
  FEEDBACK_TOKEN: string
  /** One-click links; they need a pool domain. */
  ONE_CLICK_LINK_VALID: string
  ONE_CLICK_LINK_INVALID: string
  CITY?: string | null
  COUNTRY?: string | null
  /** `Opera 74, Linux`. */
  DEVICE_NAME?: string | null
}

export type TakeoverAction = 'BLOCK' | 'NO_ACTION' | 'MFA' | 'MFA_IF_CONFIGURED' | 'MFA_REQUIRED'
