import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type PasswordPolicyType,
} from '@aws-sdk/client-cognito-identity-provider'
import { systemRandomness } from '@herald/environment'
import { generateTemporaryPassword } from '../src/pools/password-policy.ts'
import type { PoolDoc } from '../src/pools/pool.ts'
import { refusal, startPools } from './compose.ts'

test('the default policy names the first rule that a password breaks', async () => {
  await using pools = await startPools()
  const set = await passwordSetter(pools.cognito())
  const refused: [string, string][] = [
    ['Aa1!aaa', 'Password not long enough'],
    ['aaaaaaa1!', 'Password must have uppercase characters'],
    ['AAAAAAA1!', 'Password must have lowercase characters'],
    ['AAAaaaaa!', 'Password must have numeric characters'],
    ['AAAaaaaa1', 'Password must have symbol characters'],
    ['AAAaaaaa1€', 'Password must have symbol characters'],
    ['ÄÖÜaaaaa1!', 'Password must have uppercase characters'],
  ]
  for (const [password, what] of refused)
    await assert.rejects(
      set(password),
      refusal('InvalidPasswordException', `Password did not conform with policy: ${what}`),
    )
  for (const symbol of '^$*.[]{}()?-"!@#%&/\\,><\':;|_~`+=') await set(`Aaaaaa1${symbol}`)
})

test('what a given policy leaves out it does not ask for', async () => {
  await using pools = await startPools()
  const set = await passwordSetter(pools.cognito(), { MinimumLength: 6, RequireNumbers: true })
  await set('aaaaa1')
  await assert.rejects(
    set('aaaaaa'),
    refusal('InvalidPasswordException', 'Password did not conform with policy: Password must have numeric characters'),
  )
})

test('temporary passwords follow the policy, and some hold what Cognito escapes', () => {
  const pool = { settings: { Policies: { PasswordPolicy: { MinimumLength: 20 } } } } as PoolDoc
  const made = Array.from({ length: 500 }, () => generateTemporaryPassword(pool, systemRandomness))
  assert.equal(new Set(made).size, made.length)
  for (const password of made) {
    assert.equal(password.length, 20)
    for (const kind of [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/]) assert.match(password, kind)
    assert.match(password, /^[!-~]+$/)
  }
  for (const character of ['<', '>', '&', '"', "'"])
    assert.ok(
      made.some((password) => password.includes(character)),
      character,
    )
})

async function passwordSetter(cognito: CognitoIdentityProviderClient, PasswordPolicy?: PasswordPolicyType) {
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({ PoolName: 'passwords', ...(PasswordPolicy ? { Policies: { PasswordPolicy } } : {}) }),
  )
  const user = { UserPoolId: UserPool?.Id, Username: 'jane' }
  await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }))
  return (Password: string) => cognito.send(new AdminSetUserPasswordCommand({ ...user, Password, Permanent: true }))
}
