import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  type AuthenticationResultType,
  CreateGroupCommand,
  type CreateUserPoolClientCommandInput,
  DescribeUserPoolCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  type LambdaConfigType,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Setting, start } from './setting/herald.ts'
import { attributes, password, refusal } from './setting/people.ts'
import { createPool } from './setting/pool.ts'
import { type Behaviour, inOrder, triggerFunction } from './setting/trigger-function.ts'

const versions = ['V1_0', 'V2_0', 'V3_0'] as const
const adminScope = 'aws.cognito.signin.user.admin'
const role = (name: string) => `arn:aws:iam::000000000000:role/${name}`

interface Given {
  version?: (typeof versions)[number]
  /** What the function answers, for every source or by source. */
  answer?: Record<string, unknown>
  behaviours?: Record<string, Behaviour>
  client?: Partial<CreateUserPoolClientCommandInput>
}

/** A pool with a function of pre token generation, and jane with a temporary password, in the group readers. */
async function place(t: TestContext, { version = 'V1_0', answer, behaviours, client }: Given = {}) {
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
async function firstSignIn({ cognito }: Setting, UserPoolId: string, ClientId: string) {
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

const claimsOf = (token: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(token!.split('.')[1]!, 'base64url').toString())
const both = ({ IdToken, AccessToken }: AuthenticationResultType) => ({
  id: claimsOf(IdToken),
  access: claimsOf(AccessToken),
})

for (const version of versions) {
  test(`The event of ${version} has the documented form`, async (t) => {
    const { setting, trigger, poolId, clientId, sub } = await place(t, { version })
    const tokens = both(await firstSignIn(setting, poolId, clientId))
    const isFirst = version === 'V1_0'
    assert.equal(
      inOrder(trigger.events),
      inOrder([
        {
          version: version[1],
          triggerSource: 'TokenGeneration_NewPasswordChallenge',
          region: 'us-east-1',
          userPoolId: poolId,
          userName: 'jane',
          callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
          request: {
            userAttributes: {
              sub,
              email_verified: 'false',
              'cognito:user_status': 'CONFIRMED',
              nickname: 'J',
              email: 'jane@example.com',
            },
            groupConfiguration: {
              groupsToOverride: ['readers'],
              iamRolesToOverride: [role('reader')],
              preferredRole: role('reader'),
            },
            ...(isFirst ? {} : { scopes: [adminScope] }),
            clientMetadata: { step: 'second' },
          },
          response: isFirst ? { claimsOverrideDetails: null } : { claimsAndScopeOverrideDetails: null },
        },
      ]),
    )
    // What the function leaves as it is stays so.
    assert.deepEqual([tokens.id['cognito:groups'], tokens.access.scope], [['readers'], adminScope])
  })
}

test('Version 1 adds, overrides and suppresses claims of the identity token, but none that are reserved', async (t) => {
  const { setting, poolId, clientId, sub } = await place(t, {
    answer: {
      claimsOverrideDetails: {
        claimsToAddOrOverride: {
          tenant: 'acme',
          email: 'shown@example.com',
          nickname: 'gone all the same',
          sub: 'forged',
          aud: 'forged',
          'cognito:username': 'forged',
          'dev:x': 'forged',
        },
        claimsToSuppress: ['nickname', 'iss', 'email_verified'],
      },
    },
  })
  const { id, access } = both(await firstSignIn(setting, poolId, clientId))
  assert.deepEqual(
    [id.tenant, id.email, id.nickname, id.email_verified, id.sub, id.aud, id['cognito:username'], id['dev:x']],
    ['acme', 'shown@example.com', undefined, undefined, sub, clientId, 'jane', undefined],
  )
  assert.equal(id.iss, `${setting.url}/${poolId}`)
  assert.equal(access.tenant, undefined)
  assert.deepEqual(id['cognito:groups'], ['readers'])
})

test('Version 2 changes both tokens: claims of any type, and scopes', async (t) => {
  const { setting, poolId, clientId } = await place(t, {
    version: 'V2_0',
    answer: {
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: { claimsToAddOrOverride: { plan: { seats: 3 } }, claimsToSuppress: ['email'] },
        accessTokenGeneration: {
          claimsToAddOrOverride: {
            levels: [1, 2],
            client_id: 'forged',
            username: 'forged',
            scope: 'forged',
            aud: 'another client',
          },
          claimsToSuppress: ['token_use'],
          scopesToAdd: ['photos/read', 'aws.cognito.other'],
          scopesToSuppress: [],
        },
      },
    },
  })
  const result = await firstSignIn(setting, poolId, clientId)
  const { id, access } = both(result)
  assert.deepEqual([id.plan, id.email], [{ seats: 3 }, undefined])
  assert.deepEqual(
    [access.levels, access.client_id, access.username, access.scope, access.token_use, access.aud],
    [[1, 2], clientId, 'jane', `${adminScope} photos/read`, 'access', undefined],
  )
  const user = await setting.cognito.send(new GetUserCommand({ AccessToken: result.AccessToken }))
  assert.equal(user.Username, 'jane')
})

test('An access token without its scope is good for no operation of the user', async (t) => {
  const { setting, poolId, clientId } = await place(t, {
    version: 'V3_0',
    answer: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          claimsToAddOrOverride: {},
          scopesToAdd: ['photos/read'],
          scopesToSuppress: [adminScope],
        },
      },
    },
  })
  const { AccessToken } = await firstSignIn(setting, poolId, clientId)
  assert.equal(claimsOf(AccessToken).scope, 'photos/read')
  await assert.rejects(
    setting.cognito.send(new GetUserCommand({ AccessToken })),
    refusal('NotAuthorizedException', 'Access Token does not have required scopes'),
  )
})

test('Groups and roles are overridden in both tokens, and taken away by empty details', async (t) => {
  const details = {
    groupOverrideDetails: {
      groupsToOverride: ['writers'],
      iamRolesToOverride: [role('writer')],
      preferredRole: role('writer'),
    },
  }
  const { setting, poolId, clientId } = await place(t, {
    behaviours: {
      TokenGeneration_NewPasswordChallenge: { response: { claimsOverrideDetails: details } },
      TokenGeneration_RefreshTokens: { response: { claimsOverrideDetails: { groupOverrideDetails: {} } } },
    },
  })
  const first = await firstSignIn(setting, poolId, clientId)
  const groupsOf = ({ id, access }: ReturnType<typeof both>) => [
    id['cognito:groups'],
    id['cognito:roles'],
    id['cognito:preferred_role'],
    access['cognito:groups'],
    access['cognito:roles'],
  ]
  assert.deepEqual(groupsOf(both(first)), [['writers'], [role('writer')], role('writer'), ['writers'], undefined])
  const { AuthenticationResult } = await setting.cognito.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: first.RefreshToken! },
    }),
  )
  assert.deepEqual(groupsOf(both(AuthenticationResult!)), [undefined, undefined, undefined, undefined, undefined])
})

test('A renewal that the function refuses costs no refresh token, rotated or not', async (t) => {
  const { setting, trigger, poolId, clientId } = await place(t, {
    client: {
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    },
    behaviours: { TokenGeneration_RefreshTokens: { throws: 'Later' } },
  })
  const { RefreshToken } = await firstSignIn(setting, poolId, clientId)
  const renew = () =>
    setting.cognito.send(
      new GetTokensFromRefreshTokenCommand({ ClientId: clientId, RefreshToken, ClientMetadata: { why: 'old' } }),
    )
  await assert.rejects(renew(), refusal('UserLambdaValidationException', 'PreTokenGeneration failed with error Later.'))
  assert.deepEqual(trigger.events.at(-1)?.request.clientMetadata, { why: 'old' })
  await setting.cognito.send(new UpdateUserPoolCommand({ UserPoolId: poolId }))
  const { AuthenticationResult } = await renew()
  assert.notEqual(AuthenticationResult?.RefreshToken, RefreshToken)
  await assert.rejects(renew(), { name: 'RefreshTokenReuseException' })
})

for (const [what, version, answer] of [
  ['a claim that is no text to version 1', 'V1_0', { claimsOverrideDetails: { claimsToAddOrOverride: { n: 1 } } }],
  ['claims that are a list', 'V1_0', { claimsOverrideDetails: { claimsToAddOrOverride: [] } }],
  ['suppressed claims that are no list', 'V1_0', { claimsOverrideDetails: { claimsToSuppress: 'email' } }],
  ['groups that are numbers', 'V1_0', { claimsOverrideDetails: { groupOverrideDetails: { groupsToOverride: [1] } } }],
  [
    'a scope with a blank',
    'V2_0',
    { claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToAdd: ['photos read'] } } },
  ],
] as const) {
  test(`No tokens come of ${what}`, async (t) => {
    const { setting, poolId, clientId } = await place(t, { version, answer })
    await assert.rejects(
      firstSignIn(setting, poolId, clientId),
      refusal('InvalidLambdaResponseException', 'Unrecognizable lambda output'),
    )
  })
}

test('Both members of LambdaConfig name the function, whichever was given; later versions are not for LITE', async (t) => {
  const setting = await start(t)
  const { functionArn: LambdaArn } = await triggerFunction(t, setting)
  const both = { PreTokenGeneration: LambdaArn, PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn } }
  const given: LambdaConfigType[] = [
    { PreTokenGeneration: LambdaArn },
    { PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn } },
  ]
  for (const LambdaConfig of given) {
    const { poolId } = await createPool(setting, { LambdaConfig })
    const { UserPool } = await setting.cognito.send(new DescribeUserPoolCommand({ UserPoolId: poolId }))
    assert.deepEqual(UserPool?.LambdaConfig, both)
    // What Describe answers can be sent back.
    await setting.cognito.send(new UpdateUserPoolCommand({ UserPoolId: poolId, LambdaConfig: UserPool!.LambdaConfig }))
  }
  const LambdaConfig = { PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn } } as const
  await assert.rejects(createPool(setting, { UserPoolTier: 'LITE', LambdaConfig }), {
    name: 'FeatureUnavailableInTierException',
  })
})
