import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { refusal } from './setting/people.ts'
import { adminScope, both, claimsOf, firstSignIn, place, role, versions } from './setting/token-place.ts'
import { inOrder } from './setting/trigger-function.ts'

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
