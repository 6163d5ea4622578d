import {
  AdminCreateUserCommand,
  type AuthFactorType,
  type CreateUserPoolClientCommandInput,
  type CreateUserPoolCommandInput,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  RespondToAuthChallengeCommand,
  type RespondToAuthChallengeCommandInput,
  type RespondToAuthChallengeCommandOutput,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider'
import { smsConfiguration } from './mfa-place.ts'
import { type SignInPlace, signInPlace } from './sign-in-place.ts'

export interface ChoicePlace extends SignInPlace {
  /** USER_AUTH. */
  begin(username: string, parameters?: Record<string, string>): Promise<InitiateAuthCommandOutput>
  answer(
    ChallengeName: RespondToAuthChallengeCommandInput['ChallengeName'],
    Session: string | undefined,
    responses: Record<string, string>,
    username?: string,
  ): Promise<RespondToAuthChallengeCommandOutput>
  /** The codes sent so far, newest first. */
  codes(): Promise<{ code: string; channel: string; to: string }[]>
  /** As AdminCreateUser makes them without a password. */
  create(username: string, attributes: Record<string, string>): Promise<UserType | undefined>
}

/** A pool whose users choose what to sign in by, of all that is built unless the policy names less. */
export async function choicePlace(
  options: {
    factors?: AuthFactorType[]
    pool?: Partial<CreateUserPoolCommandInput>
    client?: Partial<CreateUserPoolClientCommandInput>
  } = {},
): Promise<ChoicePlace> {
  const AllowedFirstAuthFactors = options.factors ?? ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP']
  const place = await signInPlace({
    pool: {
      SmsConfiguration: smsConfiguration,
      Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
      ...options.pool,
    },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'], ...options.client },
  })
  const { cognito, pools, poolId: UserPoolId, clientId: ClientId } = place
  return {
    ...place,
    begin: (USERNAME, parameters = {}) =>
      cognito.send(
        new InitiateAuthCommand({ AuthFlow: 'USER_AUTH', ClientId, AuthParameters: { USERNAME, ...parameters } }),
      ),
    answer: (ChallengeName, Session, responses, USERNAME = 'jane') =>
      cognito.send(
        new RespondToAuthChallengeCommand({
          ChallengeName,
          ClientId,
          Session,
          ChallengeResponses: { USERNAME, ...responses },
        }),
      ),
    async codes() {
      const { messages } = await pools.inbox.list({ source: 'Authentication' })
      return messages.map(({ trigger, channel, to }) => ({ code: trigger?.code ?? '', channel, to }))
    },
    async create(Username, attributes) {
      const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
      return (await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes }))).User
    },
    [Symbol.asyncDispose]: () => pools[Symbol.asyncDispose](),
  }
}
