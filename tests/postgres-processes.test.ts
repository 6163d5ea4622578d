import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import {
  AdminGetUserCommand,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  ListUserPoolsCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import pg from 'pg'
import { clientsOf, start } from './setting/herald.ts'
import { createPool } from './setting/pool.ts'
import { crashPostgres, noPostgres, postgresSetting } from './setting/postgres.ts'
import { createPlace, type Ended, readyUrl, runHerald } from './setting/process.ts'
import { findSecrets } from './setting/secret-scan.ts'

const options = { skip: noPostgres ?? false }
const ownServer = { skip: noPostgres ?? (process.env.HERALD_TEST_DATABASE ? 'a given server is not stopped' : false) }
const Password = 'Correct-Horse-1'

test('a database that is not there is said in one sentence, without its password', options, async (t) => {
  const password = randomBytes(9).toString('hex')
  const { code, stdout, stderr } = await ended(t, ['--database', `postgres://me:${password}@127.0.0.1:1/herald`])
  assert.equal(code, 1)
  assert.equal(stdout, '')
  assert.match(stderr, /^The database cannot be reached: .*ECONNREFUSED.*\n$/)
  assert.ok(!stderr.includes(password))
})

test('a lost or foreign root key is refused beside a database, and no new one appears', options, async (t) => {
  const { args, keyFile } = await postgresSetting()
  await (await running(t, args)).end()
  assert.ok(existsSync(keyFile))
  const foreign = { HERALD_ROOT_KEY: randomBytes(32).toString('base64') }
  const refused = await ended(t, args, foreign)
  assert.equal(refused.code, 1)
  assert.match(refused.stderr, /^The data in the database was sealed under another root key\..*\n$/)
  rmSync(keyFile)
  const lost = await ended(t, args)
  assert.equal(lost.code, 1)
  assert.match(lost.stderr, /root\.key is missing, but the database holds data that was sealed.*\n$/)
  assert.ok(!existsSync(keyFile))
})

test('what was answered is there after kill -9, and nothing lies on this disk', options, async (t) => {
  const { args } = await postgresSetting()
  const place = createPlace(t)
  const before = place.listing()
  const first = await running(t, args, place)
  const { poolId, clientId } = await createPool(first.clients)
  const UserAttributes = [{ Name: 'email', Value: 'jane@example.com' }]
  await first.clients.cognito.send(
    new SignUpCommand({ ClientId: clientId, Username: 'jane', Password, UserAttributes }),
  )
  await first.end('SIGKILL')
  const second = await running(t, args, place)
  await second.clients.cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: 'jane' }))
  const { code, stderr } = await second.end()
  assert.deepEqual([code, stderr], [0, ''])
  // What was killed could not remove its folder for unpacked functions; it is empty.
  const left = place.listing().filter((path) => !before.includes(path) && !/[\\/]?tmp[\\/]herald-/.test(path))
  assert.deepEqual(left, [])
})

test('time cannot be moved', options, async (t) => {
  const { url } = await start(t, (await postgresSetting()).args)
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/_herald/clock`, { method: 'POST', headers, body: '{"advance":"1m"}' })
  assert.equal(answer.status, 403)
})

test('a database that dies is found again by the Herald that uses it', ownServer, async (t) => {
  const setting = await start(t, (await postgresSetting()).args)
  const { poolId } = await createPool(setting)
  await crashPostgres()
  const { UserPools } = await setting.cognito.send(new ListUserPoolsCommand({ MaxResults: 10 }))
  assert.deepEqual(
    UserPools?.map(({ Id }) => Id),
    [poolId],
  )
  await createPool(setting)
})

test('the database holds no password, code or token in clear', options, async (t) => {
  const { args, url } = await postgresSetting()
  const setting = await start(t, args)
  const { cognito, inbox } = setting
  const { clientId: ClientId } = await createPool(setting)
  const UserAttributes = [{ Name: 'email', Value: 'jane@example.com' }]
  await cognito.send(new SignUpCommand({ ClientId, Username: 'jane', Password, UserAttributes }))
  const { body } = await inbox('messages/latest?userName=jane&wait=30s')
  const early = await everythingIn(url)
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username: 'jane', ConfirmationCode: body.code }))
  const { AuthenticationResult: tokens } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jane', PASSWORD: Password },
    }),
  )
  const texts = [early, await everythingIn(url)]
  assert.ok(
    texts.every((text) => text.includes('jane@example.com')),
    'the scan reads what is there',
  )
  const secrets = new Map([
    ['password', Password],
    ['code', body.code],
    ['access token', tokens!.AccessToken!],
    ['ID token', tokens!.IdToken!],
    ['refresh token', tokens!.RefreshToken!],
  ])
  const found = texts.flatMap((text, i) => findSecrets(secrets, [[`reading ${i}`, Buffer.from(text)]]))
  assert.deepEqual(found, [])
})

async function running(t: TestContext, args: string[], place = createPlace(t)) {
  const herald = runHerald(t, place, ['start', '--port', '0', ...args])
  const clients = clientsOf(await readyUrl(herald))
  t.after(() => clients.destroy())
  return { clients, end: herald.end }
}

function ended(t: TestContext, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return runHerald(t, createPlace(t), ['start', '--port', '0', ...args], env).ended
}

/** All rows of all tables, as text. */
async function everythingIn(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'herald'",
    )
    assert.ok(rows.length > 10)
    const all = []
    for (const { name } of rows) all.push((await client.query(`SELECT t::text AS row FROM ${name} t`)).rows)
    return all
      .flat()
      .map(({ row }) => row)
      .join('\n')
  } finally {
    await client.end()
  }
}
