import type { LambdaConfigType } from './generated/cognito-idp.ts'

/** Why a user pool sends a message. */
export type MessageReason =
  | 'SignUp'
  | 'ResendCode'
  | 'ForgotPassword'
  | 'UpdateUserAttribute'
  | 'VerifyUserAttribute'
  | 'AdminCreateUser'
  | 'Authentication'
  | 'AccountTakeOverNotification'

/** Members of LambdaConfig that name a function. KMSKeyID is the senders' key and PreTokenGenerationConfig the newer form of its trigger. */
export type TriggerName = Exclude<keyof LambdaConfigType, 'KMSKeyID'>

export interface Trigger {
  /** Values of `triggerSource` in its events. */
  readonly sources: readonly string[]
  /** `request.type`, for those triggers whose requests have one. */
  readonly requestType?: string
  /** Whether the caller's request waits for the function's answer. */
  readonly waits: boolean
  /** The error that a throwing function becomes for the caller; undefined where the caller never learns of it. */
  readonly failure: 'UserLambdaValidationException' | 'UserNotFoundException' | undefined
  /** Whether Herald calls it. A pool that names a trigger which is not built is refused by the trigger's name. */
  readonly built: boolean
}

const emailReasons: readonly MessageReason[] = [
  'SignUp',
  'ResendCode',
  'ForgotPassword',
  'UpdateUserAttribute',
  'VerifyUserAttribute',
  'AdminCreateUser',
  'Authentication',
  'AccountTakeOverNotification',
]
/** AWS documents the notification of a takeover for e-mail only. */
const smsReasons = emailReasons.filter((reason) => reason !== 'AccountTakeOverNotification')

const senderNames = { email: 'CustomEmailSender', sms: 'CustomSMSSender' } as const

/**
 * The `triggerSource` of a custom sender's event, as AWS documents them.
 * @throws {Error} for a reason that the channel does not have: a takeover is never told by SMS.
 */
export function customSenderSource(channel: 'email' | 'sms', reason: MessageReason): string {
  const reasons = channel === 'email' ? emailReasons : smsReasons
  if (!reasons.includes(reason)) throw new Error(`No custom ${channel} sender is called for ${reason}.`)
  return `${senderNames[channel]}_${reason}`
}

/** A trigger whose answer the caller waits for; a throwing function refuses the caller's request. */
function waiting(prefix: string, suffixes: readonly string[], built = false): Trigger {
  return {
    sources: suffixes.map((suffix) => `${prefix}_${suffix}`),
    waits: true,
    failure: 'UserLambdaValidationException',
    built,
  }
}

const tokenSources = [
  'HostedAuth',
  'Authentication',
  'NewPasswordChallenge',
  'AuthenticateDevice',
  'RefreshTokens',
  'ClientCredentials',
]

/**
 * THE TRIGGER TABLE: every function a user pool can call, with its sources as AWS documents them. That custom senders
 * are asynchronous, and that their failures never reach the caller, is documented too; the failure of UserMigration is
 * observed, the others' follow the guide's pages about errors of triggers.
 */
export const triggers: Readonly<Record<TriggerName, Trigger>> = {
  PreSignUp: waiting('PreSignUp', ['SignUp', 'AdminCreateUser', 'ExternalProvider'], true),
  CustomMessage: waiting('CustomMessage', smsReasons, true),
  PostConfirmation: waiting('PostConfirmation', ['ConfirmSignUp', 'ConfirmForgotPassword'], true),
  PreAuthentication: waiting('PreAuthentication', ['Authentication'], true),
  PostAuthentication: waiting('PostAuthentication', ['Authentication'], true),
  DefineAuthChallenge: waiting('DefineAuthChallenge', ['Authentication']),
  CreateAuthChallenge: waiting('CreateAuthChallenge', ['Authentication']),
  VerifyAuthChallengeResponse: waiting('VerifyAuthChallengeResponse', ['Authentication']),
  PreTokenGeneration: waiting('TokenGeneration', tokenSources, true),
  PreTokenGenerationConfig: waiting('TokenGeneration', tokenSources, true),
  UserMigration: {
    ...waiting('UserMigration', ['Authentication', 'ForgotPassword']),
    failure: 'UserNotFoundException',
  },
  InboundFederation: waiting('InboundFederation', ['ExternalProvider']),
  CustomEmailSender: {
    sources: emailReasons.map((reason) => customSenderSource('email', reason)),
    requestType: 'customEmailSenderRequestV1',
    waits: false,
    failure: undefined,
    built: true,
  },
  CustomSMSSender: {
    sources: smsReasons.map((reason) => customSenderSource('sms', reason)),
    requestType: 'customSMSSenderRequestV1',
    waits: false,
    failure: undefined,
    built: true,
  },
}
