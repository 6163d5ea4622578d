import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminConfirmSignUpCommand,
  AdminDisableUserCommand,
  DeleteUserCommand,
  ListUsersCommand,
  type ListUsersCommandInput,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { attributesPlace, listed } from './attributes-place.ts'
import { refusal } from './compose.ts'
import { PASSWORD } from './sign-in-place.ts'

async function filled() {
  const place = await attributesPlace({ AutoVerifiedAttributes: [] })
  const { cognito, poolId, clientId, pools } = place
  for (const name of ['ann', 'anton', 'bea', 'carl']) {
    const given: Record<string, string> = name === 'carl' ? {} : { email: `${name}@example.com`, given_name: name }
    await cognito.send(
      new SignUpCommand({ ClientId: clientId, Username: name, Password: PASSWORD, UserAttributes: listed(given) }),
    )
    pools.clock.advance(1000)
  }
  await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: poolId, Username: 'bea' }))
  await cognito.send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: 'anton' }))
  const list = (input: Omit<ListUsersCommandInput, 'UserPoolId'> = {}) =>
    cognito.send(new ListUsersCommand({ UserPoolId: poolId, ...input }))
  const names = async (Filter: string) => ((await list({ Filter })).Users ?? []).map(({ Username }) => Username)
  return { place, list, names, [Symbol.asyncDispose]: () => place[Symbol.asyncDispose]() }
}

test('upper and lower case count, but for cognito:user_status', async () => {
  await using setting = await filled()
  const { place, names } = setting
  const { sub = '' } = (await place.look('bea')).attributes
  const cases: [string, string[]][] = [
    ['', ['ann', 'anton', 'bea', 'carl']],
    ['cognito:user_status = "Confirmed"', ['bea']],
    ['cognito:user_status ^= "conf"', ['bea']],
    ['cognito:user_status = "RESET_REQUIRED"', []],
    ['status = "Disabled"', ['anton']],
    ['status = "disabled"', []],
    ['status ^= "D"', ['anton']],
    ['status ^= ""', ['ann', 'anton', 'bea', 'carl']],
    ['status = "Enabled"', ['ann', 'bea', 'carl']],
    ['username = "ANN"', []],
    ['given_name = "Ann"', []],
    [`sub = "${sub}"`, ['bea']],
    [`sub ^= "${sub.slice(0, 13)}"`, ['bea']],
    ['email ^= ""', ['ann', 'anton', 'bea']],
    ['  email^="an"  ', ['ann', 'anton']],
  ]
  for (const [filter, wanted] of cases) assert.deepEqual((await names(filter)).sort(), wanted, filter)
})

test('what cannot be searched is refused by name, and what is no filter as such', async () => {
  await using setting = await filled()
  for (const name of ['gender', 'custom:a', 'enabled', 'toString']) {
    const refused = refusal('InvalidParameterException', `Invalid search attribute: ${name}`)
    await assert.rejects(setting.names(`${name} = "x"`), refused)
  }
  const unreadable = refusal('InvalidParameterException', 'Error while parsing filter.')
  for (const filter of ['foo', 'email = ann', "email = 'ann'", 'email == "ann"', 'email = "a" or "b"', 'email = "a'])
    await assert.rejects(setting.names(filter), unreadable, filter)
})

test('AttributesToGet gets what every user of the page has', async () => {
  await using setting = await filled()
  const { list } = setting
  const { Users } = await list({ AttributesToGet: ['email', 'sub'], Filter: 'username = "ann"' })
  assert.deepEqual(Users?.[0]?.Attributes?.map(({ Name }) => Name).sort(), ['email', 'sub'])
  const missing = refusal('InvalidParameterException', 'One or more requested attributes do not exist.')
  await assert.rejects(list({ AttributesToGet: ['email'] }), missing, 'carl has none')
  assert.equal((await list({ AttributesToGet: ['email'], Limit: 3 })).Users?.length, 3)
})

test('pages go on where they ended, whoever comes or goes meanwhile', async () => {
  await using setting = await filled()
  const { place, list } = setting
  const first = await list({ Limit: 2 })
  assert.deepEqual(
    first.Users?.map(({ Username }) => Username),
    ['ann', 'anton'],
  )
  await place.addUser('aaron')
  await place.cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: place.poolId, Username: 'ann' }))
  await place.cognito.send(new DeleteUserCommand({ AccessToken: await place.token('ann') }))
  const second = await list({ Limit: 60, PaginationToken: first.PaginationToken })
  assert.deepEqual(
    second.Users?.map(({ Username }) => Username),
    ['bea', 'carl', 'aaron'],
  )
  assert.equal(second.PaginationToken, undefined)
})
