import {
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  type ChallengeNameType,
  type CreateUserPoolClientCommandInput,
  type CreateUserPoolCommandInput,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { PASSWORD, type SignInPlace, signInPlace } from './sign-in-place.ts'

export const PHONE = '+12065550100'
export const smsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' }

export interface MfaPlace extends SignInPlace {
  /** The codes sent so far, newest first. */
  codes(): Promise<string[]>
  code(): Promise<string>
  /** Begins a sign-in by password, up to the SMS_MFA challenge. @returns its session. */
  challenge(username: string): Promise<string>
  answer(
    session: string,
    code: string,
    more?: { username?: string; clientId?: string; metadata?: Record<string, string>; challenge?: ChallengeNameType },
  ): Promise<import('@aws-sdk/client-cognito-identity-provider').RespondToAuthChallengeCommandOutput>
  /** Turns SMS MFA on or off. */
  prefer(username: string, Enabled: boolean, PreferredMfa?: boolean): Promise<void>
  look(username: string): Promise<{
    attributes: Record<string, string>
    mfa: { options: number; list: string[] | undefined; preferred: string | undefined }
  }>
}

/** A place whose pool takes SMS as second factor. */
export async function mfaPlace(
  mode: 'ON' | 'OPTIONAL',
  options: {
    pool?: Partial<CreateUserPoolCommandInput>
    client?: Partial<CreateUserPoolClientCommandInput>
  } = {},
): Promise<MfaPlace> {
  const place = await signInPlace({
    ...options,
    pool: { MfaConfiguration: mode, SmsConfiguration: smsConfiguration, ...options.pool },
  })
  const { cognito, pools, poolId } = place
  const codes = async () =>
    (await pools.inbox.list({ source: 'Authentication' })).messages.map(({ trigger }) => trigger?.code ?? '')
  const code = async () => (await codes())[0] ?? ''
  return {
    ...place,
    codes,
    code,
    async challenge(username) {
      const { ChallengeName, Session = '' } = await place.signIn(username, PASSWORD)
      if (ChallengeName !== 'SMS_MFA') throw new Error(`The sign-in went on with ${ChallengeName}.`)
      return Session
    },
    answer: (Session, SMS_MFA_CODE, { username = 'jane', clientId = place.clientId, metadata, challenge } = {}) =>
      cognito.send(
        new RespondToAuthChallengeCommand({
          ChallengeName: challenge ?? 'SMS_MFA',
          ClientId: clientId,
          Session,
          ChallengeResponses: { USERNAME: username, SMS_MFA_CODE },
          ...(metadata ? { ClientMetadata: metadata } : {}),
        }),
      ),
    async prefer(Username, Enabled, PreferredMfa = false) {
      const SMSMfaSettings = { Enabled, PreferredMfa }
      await cognito.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId: poolId, Username, SMSMfaSettings }))
    },
    async look(Username) {
      const user = await cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username }))
      return {
        attributes: Object.fromEntries((user.UserAttributes ?? []).map(({ Name, Value }) => [Name, Value ?? ''])),
        mfa: {
          options: user.MFAOptions?.length ?? 0,
          list: user.UserMFASettingList,
          preferred: user.PreferredMfaSetting,
        },
      }
    },
    [Symbol.asyncDispose]: () => pools[Symbol.asyncDispose](),
  }
}
