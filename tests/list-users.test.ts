import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  ListUsersCommand,
  type ListUsersCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { start } from './setting/herald.ts'
import { app, attributes, refusal } from './setting/people.ts'
import { createPool } from './setting/pool.ts'

const people: { name: string; given: Record<string, string> }[] = [
  { name: 'ann', given: { email: 'ann@example.com', given_name: 'Ann', family_name: 'O"Neil' } },
  { name: 'anton', given: { email: 'anton@example.com', given_name: 'Anton', phone_number: '+12065550100' } },
  { name: 'bea', given: { email: 'bea@example.org', given_name: 'Bea', name: 'Bea B.' } },
  { name: 'Ünal', given: { email: 'uenal@example.org', given_name: '100%_' } },
  { name: 'zoe', given: {} },
]

async function filled(t: TestContext) {
  const setting = await start(t)
  const pool = await createPool(setting, { AutoVerifiedAttributes: [] })
  const client = app(setting, pool)
  for (const { name, given } of people) {
    await client.signUp(name, given)
    setting.advance(1000)
  }
  // Somebody of another pool is never listed.
  await app(setting, await createPool(setting, { AutoVerifiedAttributes: [] })).signUp('ann')
  const list = (input: Omit<ListUsersCommandInput, 'UserPoolId'> = {}) =>
    setting.cognito.send(new ListUsersCommand({ UserPoolId: pool.poolId, ...input }))
  const names = async (Filter?: string) => ((await list({ Filter })).Users ?? []).map(({ Username }) => Username).sort()
  return { setting, pool, client, list, names }
}

test('users are found by what AWS documents as searchable, whole or by how it begins', async (t) => {
  const { setting, pool, client, names } = await filled(t)
  await setting.cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: pool.poolId, Username: 'bea' }))
  const { attributes: ofBea } = await client.look('bea')
  const all = people.map(({ name }) => name).sort()
  const cases: [string | undefined, string[]][] = [
    [undefined, all],
    ['username = "ann"', ['ann']],
    ['username ^= "an"', ['ann', 'anton']],
    ['username^="Ü"', ['Ünal']],
    ['email = "ann@example.com"', ['ann']],
    ['email ^= "ann@example.com.au"', []],
    ['"email" ^= "a"', ['ann', 'anton']],
    ['phone_number ^= "+1206"', ['anton']],
    ['name = "Bea B."', ['bea']],
    ['given_name ^= "An"', ['ann', 'anton']],
    ['given_name ^= "100%_"', ['Ünal']],
    ['given_name ^= "%"', []],
    ['family_name = "O\\"Neil"', ['ann']],
    [`sub = "${ofBea.sub}"`, ['bea']],
    ['cognito:user_status = "CONFIRMED"', ['bea']],
    ['cognito:user_status = "UNCONFIRMED"', ['ann', 'anton', 'zoe', 'Ünal']],
    ['status = "Enabled"', all],
    ['status = "Disabled"', []],
    ['status ^= "En"', all],
    ['cognito:user_status ^= "conf"', ['bea']],
  ]
  for (const [filter, wanted] of cases) assert.deepEqual(await names(filter), wanted, filter)
})

test('a filter that cannot be read is refused', async (t) => {
  const { list } = await filled(t)
  const unreadable = refusal('InvalidParameterException', 'Error while parsing filter.')
  const unknown = (name: string) => refusal('InvalidParameterException', `Invalid search attribute: ${name}`)
  const unread = ['username', 'username = ann', 'username > "ann"', 'username = "ann" and email = "x"']
  for (const Filter of unread) await assert.rejects(list({ Filter }), unreadable, Filter)
  for (const name of ['gender', 'custom:a', 'toString'])
    await assert.rejects(list({ Filter: `${name} = "x"` }), unknown(name))
})

test('pages follow each other without a gap, with a filter or without', async (t) => {
  const { setting, pool, list } = await filled(t)
  for (const Filter of [undefined, 'username ^= ""', 'cognito:user_status = "UNCONFIRMED"', 'given_name ^= ""']) {
    const seen: string[] = []
    let PaginationToken: string | undefined
    let pages = 0
    do {
      const page = await list({ Limit: 2, PaginationToken, Filter })
      assert.ok((page.Users?.length ?? 0) <= 2)
      seen.push(...(page.Users ?? []).map(({ Username }) => Username ?? ''))
      PaginationToken = page.PaginationToken
      assert.ok(++pages < 10)
    } while (PaginationToken)
    const wanted = Filter?.startsWith('given_name') ? people.filter(({ name }) => name !== 'zoe') : people
    assert.deepEqual(seen.sort(), wanted.map(({ name }) => name).sort(), Filter)
  }
  await assert.rejects(list({ PaginationToken: 'nonsense' }), refusal('InvalidParameterException', /pagination token/i))
  const { Users } = await list({ Limit: 2 })
  assert.deepEqual(
    Users?.map(({ Username }) => Username),
    ['ann', 'anton'],
    'in the order of their creation',
  )
  await setting.cognito.send(
    new AdminCreateUserCommand({ UserPoolId: pool.poolId, Username: 'last', MessageAction: 'SUPPRESS' }),
  )
  assert.equal((await list()).Users?.length, people.length + 1)
})

test('AttributesToGet narrows the attributes and nothing else', async (t) => {
  const { list } = await filled(t)
  const { Users } = await list({ AttributesToGet: ['email', 'given_name'], Filter: 'username = "ann"' })
  const [ann] = Users ?? []
  assert.deepEqual(ann?.Attributes, attributes({ email: 'ann@example.com', given_name: 'Ann' }))
  assert.equal(ann?.UserStatus, 'UNCONFIRMED')
  assert.equal(ann?.Enabled, true)
  assert.ok(ann?.UserCreateDate instanceof Date)
})
