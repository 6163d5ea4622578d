import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  AddCustomAttributesCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  type AuthenticationResultType,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetFunctionConfigurationCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda'
import { attributes, password } from './setting/people.ts'
import { both, firstSignIn, place, versions } from './setting/token-place.ts'

/** Claims that AWS documents no function to add, change or suppress. */
const reserved = [
  ...'acr amr at_hash aud auth_time azp client_id cognito:username device_key event_id exp iat identities iss'.split(
    ' ',
  ),
  ...'jti nbf nonce origin_jti sub token_use username version'.split(' '),
]
/** Beside them, what is set by members of its own. */
const elsewhere = ['cognito:groups', 'cognito:roles', 'cognito:preferred_role']

type Version = (typeof versions)[number]
type Changes = { claimsToAddOrOverride?: Record<string, unknown>; claimsToSuppress?: string[] }

/** The answer that asks the same of every token that the version knows. */
const asking = (version: Version, changes: Changes, access: Changes = changes) =>
  version === 'V1_0'
    ? { claimsOverrideDetails: changes }
    : { claimsAndScopeOverrideDetails: { idTokenGeneration: changes, accessTokenGeneration: access } }

/** Tokens that a function leaves as they are, and those of the next sign-in, where it answers `answer`. */
async function beforeAndAfter(t: TestContext, version: Version, answer: Record<string, unknown>) {
  const { setting, poolId, clientId } = await place(t, {
    version,
    behaviours: { TokenGeneration_Authentication: { response: answer } },
  })
  const of = { UserPoolId: poolId }
  await setting.cognito.send(
    new AddCustomAttributesCommand({
      ...of,
      CustomAttributes: [{ Name: 'note', AttributeDataType: 'String', Mutable: true, DeveloperOnlyAttribute: true }],
    }),
  )
  const UserAttributes = attributes({ 'dev:custom:note': 'kept' })
  await setting.cognito.send(new AdminUpdateUserAttributesCommand({ ...of, Username: 'jane', UserAttributes }))
  const before = await firstSignIn(setting, poolId, clientId)
  const { AuthenticationResult } = await setting.cognito.send(
    new AdminInitiateAuthCommand({
      ...of,
      ClientId: clientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jane', PASSWORD: password },
    }),
  )
  return { before: both(before), after: both(AuthenticationResult as AuthenticationResultType) }
}

const names = (claims: Record<string, unknown>) => Object.keys(claims).sort()

for (const version of versions) {
  test(`No reserved claim is added or changed by ${version}`, async (t) => {
    const claims = [...reserved, ...elsewhere, 'cognito:other', 'dev:custom:note', 'dev:other']
    const claimsToAddOrOverride = Object.fromEntries(claims.map((name) => [name, 'forged']))
    const access = { claimsToAddOrOverride: { ...claimsToAddOrOverride, scope: 'forged' } }
    const { before, after } = await beforeAndAfter(t, version, asking(version, { claimsToAddOrOverride }, access))
    for (const token of ['id', 'access'] as const) {
      assert.deepEqual(names(after[token]), names(before[token]), token)
      assert.ok(!Object.values(after[token]).includes('forged'), token)
    }
    assert.equal(before.id['dev:custom:note'], 'kept')
  })

  test(`No reserved claim is suppressed by ${version}, nor are roles without their groups`, async (t) => {
    const claimsToSuppress = [...reserved, 'scope', 'cognito:roles', 'cognito:preferred_role']
    const { before, after } = await beforeAndAfter(t, version, asking(version, { claimsToSuppress }))
    assert.deepEqual(names(after.id), names(before.id))
    assert.deepEqual(names(after.access), names(before.access))
    assert.ok(elsewhere.every((name) => name in after.id))
  })

  test(`Groups go with their roles, and developers' attributes, when ${version} suppresses them`, async (t) => {
    const suppressed = { claimsToSuppress: ['cognito:groups', 'dev:custom:note'] }
    const { before, after } = await beforeAndAfter(t, version, asking(version, suppressed))
    const without = (claims: Record<string, unknown>, gone: string[]) => names(claims).filter((n) => !gone.includes(n))
    assert.deepEqual(names(after.id), without(before.id, [...elsewhere, 'dev:custom:note']))
    const gone = version === 'V1_0' ? [] : ['cognito:groups']
    assert.deepEqual(names(after.access), without(before.access, gone))
  })
}

test('An access token is given the audience of its own client, and no other', async (t) => {
  const { setting, trigger, poolId, clientId } = await place(t, { version: 'V2_0' })
  const signIn = async (aud: string) => {
    const accessTokenGeneration = { claimsToAddOrOverride: { aud } }
    const response = { claimsAndScopeOverrideDetails: { accessTokenGeneration } }
    const of = { FunctionName: trigger.functionArn }
    const { Environment } = await setting.lambda.send(new GetFunctionConfigurationCommand(of))
    const BEHAVIOURS = JSON.stringify({ TokenGeneration_NewPasswordChallenge: { response } })
    await setting.lambda.send(
      new UpdateFunctionConfigurationCommand({
        ...of,
        Environment: { Variables: { ...Environment?.Variables, BEHAVIOURS } },
      }),
    )
    const jane = { UserPoolId: poolId, Username: 'jane', Password: password }
    await setting.cognito.send(new AdminSetUserPasswordCommand({ ...jane, Permanent: false }))
    return both(await firstSignIn(setting, poolId, clientId))
  }
  assert.equal((await signIn(clientId)).access.aud, clientId)
  assert.equal((await signIn('another')).access.aud, undefined)
})
