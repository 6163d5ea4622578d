import type { TestContext } from 'node:test'
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  type AuthenticationResultType,
  CreateGroupCommand,
  type CreateUserPoolClientCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Setting, start } from './herald.ts'
import { attributes, password } from './people.ts'
import { createPool } from './pool.ts'
import { type Behaviour, triggerFunction } from './trigger-function.ts'

export const versions = ['V1_0', 'V2_0', 'V3_0'] as const
export const adminScope = 'aws.cognito.signin.user.admin'
export const role = (name: string) => `arn:aws:iam::000000000000:role/${name}`

interface Given {
  version?: (typeof versions)[number]
  /** What the function answers, for every source or by source. */
  answer?: Record<string, unknown>
  behaviours?: Record<string, Behaviour>
  client?: Partial<CreateUserPoolClientCommandInput>
}

/** A pool with a function of pre token generation, and jane with a temporary password, in the group readers. */
export async function place(t: TestContext, { version = 'V1_0', answer, behaviours, client }: Given = {}) {
  const setting = await start(t)
  const { cognito } = setting
  const sources = ['Authentication', 'NewPasswordChallenge', 'RefreshTokens'].map((name) => `TokenGeneration_${name}`)
  const same = Object.fromEntries(sources.map((source) => [source, answer ? { response: answer } : {}]))
  const trigger = await triggerFunction(t, setting, behaviours ?? same)
  const PreTokenGenerationConfig = { LambdaVersion: version, LambdaArn: trigger.functionArn }
  const pool = await createPool(setting, { LambdaConfig: { PreTokenGenerationConfig } }, client)
  const jane = { UserPoolId: pool.poolId, Username: 'jane' }
  const { User } = await cognito.send(
    new AdminCreateUserCommand({
      ...jane,
      MessageAction: 'SUPPRESS',
      TemporaryPassword: password,
      UserAttributes: attributes({ email: 'jane@example.com', nickname: 'J' }),
    }),
  )
  const readers = { UserPoolId: pool.poolId, GroupName: 'readers' }
  await cognito.send(new CreateGroupCommand({ ...readers, RoleArn: role('reader'), Precedence: 1 }))
  await cognito.send(new AdminAddUserToGroupCommand({ ...readers, Username: 'jane' }))
  const sub = User!.Attributes!.find(({ Name }) => Name === 'sub')!.Value!
  return { setting, trigger, ...pool, sub }
}

/** Takes the challenge of a temporary password. */
export async function firstSignIn({ cognito }: Setting, UserPoolId: string, ClientId: string) {
  const of = { UserPoolId, ClientId }
  const { Session } = await cognito.send(
    new AdminInitiateAuthCommand({
      ...of,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jane', PASSWORD: password },
      ClientMetadata: { step: 'first' },
    }),
  )
  const { AuthenticationResult } = await cognito.send(
    new AdminRespondToAuthChallengeCommand({
      ...of,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: 'jane', NEW_PASSWORD: password },
      ClientMetadata: { step: 'second' },
    }),
  )
  return AuthenticationResult!
}

export const claimsOf = (token: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(token!.split('.')[1]!, 'base64url').toString())
export const both = ({ IdToken, AccessToken }: AuthenticationResultType) => ({
  id: claimsOf(IdToken),
  access: claimsOf(AccessToken),
})
