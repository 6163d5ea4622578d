import {
  AdminSetUserMFAPreferenceCommand,
  type CreateUserPoolClientCommandInput,
  type CreateUserPoolCommandInput,
  RespondToAuthChallengeCommand,
  type RespondToAuthChallengeCommandInput,
  type RespondToAuthChallengeCommandOutput,
  SetUserPoolMfaConfigCommand,
  type SetUserPoolMfaConfigCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { smsConfiguration } from './mfa-place.ts'
import { type SignInPlace, signInPlace } from './sign-in-place.ts'

export const EMAIL = 'jane@example.com'

/** The pool's own SES identity, without which AWS takes no MFA by e-mail. */
export const ownSes = {
  EmailSendingAccount: 'DEVELOPER',
  SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/noreply@example.com',
} as const

export interface EmailMfaPlace extends SignInPlace {
  /** The codes sent so far, newest first. */
  codes(): Promise<{ code: string; channel: string; to: string }[]>
  configure(config: Omit<SetUserPoolMfaConfigCommandInput, 'UserPoolId'>): Promise<void>
  prefer(
    username: string,
    settings: Pick<
      import('@aws-sdk/client-cognito-identity-provider').AdminSetUserMFAPreferenceCommandInput,
      'EmailMfaSettings' | 'SMSMfaSettings'
    >,
  ): Promise<void>
  answer(
    ChallengeName: RespondToAuthChallengeCommandInput['ChallengeName'],
    Session: string | undefined,
    responses: Record<string, string>,
  ): Promise<RespondToAuthChallengeCommandOutput>
}

/** A place whose pool takes e-mail as second factor, and SMS beside it with `sms`. */
export async function emailMfaPlace(
  mode: 'ON' | 'OPTIONAL',
  options: {
    sms?: boolean
    pool?: Partial<CreateUserPoolCommandInput>
    client?: Partial<CreateUserPoolClientCommandInput>
  } = {},
): Promise<EmailMfaPlace> {
  const place = await signInPlace({ ...options, pool: { EmailConfiguration: ownSes, ...options.pool } })
  const { cognito, pools, poolId: UserPoolId, clientId: ClientId } = place
  const configure: EmailMfaPlace['configure'] = async (config) => {
    await cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId, ...config }))
  }
  await configure({
    MfaConfiguration: mode,
    EmailMfaConfiguration: { Subject: 'Sign-in', Message: 'Use {####} to sign in.' },
    ...(options.sms ? { SmsMfaConfiguration: { SmsConfiguration: smsConfiguration } } : {}),
  })
  return {
    ...place,
    async codes() {
      const { messages } = await pools.inbox.list({ source: 'Authentication' })
      return messages.map(({ trigger, channel, to }) => ({ code: trigger?.code ?? '', channel, to }))
    },
    configure,
    async prefer(Username, settings) {
      await cognito.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, ...settings }))
    },
    answer: (ChallengeName, Session, responses) =>
      cognito.send(
        new RespondToAuthChallengeCommand({
          ChallengeName,
          ClientId,
          Session,
          ChallengeResponses: { USERNAME: 'jane', ...responses },
        }),
      ),
    [Symbol.asyncDispose]: () => pools[Symbol.asyncDispose](),
  }
}
