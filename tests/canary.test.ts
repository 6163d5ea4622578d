import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Run, runOf, useFunctions, useKeysAndProviders, usePool } from './setting/canary-run.ts'
import { clientsOf } from './setting/herald.ts'
import type { Leak } from './setting/leaky-sender.ts'
import { createListener } from './setting/listener.ts'
import { noPostgres, postgresSetting } from './setting/postgres.ts'
import { postgresContents } from './setting/postgres-contents.ts'
import { createPlace, startProcess } from './setting/process.ts'
import { filesBelow, findSecrets, type Secrets } from './setting/secret-scan.ts'

test('the scanner finds a planted value in every form', (t) => {
  const { folder } = createPlace(t)
  const planted = `pa"ss'wö<rd>&/+ ${randomBytes(9).toString('base64')}`
  const long = randomBytes(800).toString('base64url')
  const forms: Record<string, string | Buffer> = {
    plain: `{"a":"${planted}"}`,
    base64: Buffer.from(`x${planted}y`).toString('base64'),
    base64url: Buffer.from(`xx${planted}yy`).toString('base64url'),
    hex: Buffer.from(planted).toString('hex').toUpperCase(),
    url: encodeURIComponent(planted),
    form: new URLSearchParams({ planted }).toString(),
    json: JSON.stringify({ planted }),
    jsonInJson: JSON.stringify({ text: JSON.stringify({ planted }) }),
    html: planted
      .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
      .replace(/&#(38|60|62|34);/g, (_, code) => {
        return { 38: '&amp;', 60: '&lt;', 62: '&gt;', 34: '&quot;' }[code as '38']
      }),
    utf16: Buffer.from(planted, 'utf16le'),
    piece: long.slice(150, 420),
    code: 'code=123456;',
  }
  for (const [name, content] of Object.entries(forms)) writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, 'chance'), 'id a123456b, at 1795123456789')
  const secrets: Secrets = new Map([
    ['planted', planted],
    ['long', long],
    ['code', '123456'],
  ])
  const where = findSecrets(secrets, filesBelow(folder)).map((find) => find.replace(/^.* in /, ''))
  assert.deepEqual(new Set(where), new Set(Object.keys(forms).map((name) => join(folder, name))))
})

interface Database {
  name: string
  skip: string | undefined
  /** Options that keep a Herald on it, beside those of its place. */
  args(): Promise<string[]>
  /** What it wrote outside of the place. */
  contents(args: string[]): Promise<(readonly [string, Buffer])[]>
  /** A file of the log that it writes first. */
  log: RegExp
  /** Of a sender that fails: where time cannot be moved, none. */
  retries: number
}

const databases: Database[] = [
  { name: 'SQLite', skip: undefined, args: async () => [], contents: async () => [], log: /-wal$/, retries: 2 },
  {
    name: 'PostgreSQL',
    skip: noPostgres,
    args: async () => ['--database', (await postgresSetting()).url],
    contents: ([, url]) => postgresContents(url ?? ''),
    log: /pg_wal/,
    retries: 0,
  },
]

for (const database of databases) {
  const title = `a full run on ${database.name} leaves no secret on disk, on its output or in a refusal`
  test(title, { skip: database.skip ?? false }, (t) => leavesNothing(t, database))
}

async function leavesNothing(t: TestContext, database: Database): Promise<void> {
  const own = createPlace(t)
  const where = await database.args()
  const rest = where.length === 0 ? own.args : ['--root-key-file', own.keyFile, '--port', '0']
  const place = { ...own, args: [...rest, ...where] }
  const rootKey = randomBytes(32)
  const env = { HERALD_ROOT_KEY: rootKey.toString('base64') }
  const herald = await startProcess(t, place, ['--log-level', 'debug', '--demo'], env)
  const run = runOf(clientsOf(herald.url))
  t.after(() => run.destroy())
  run.secrets.set('root key', rootKey)
  run.secrets.set('root key as given', env.HERALD_ROOT_KEY)

  await useKeysAndProviders(run)
  await useFunctions(run)
  const provider = await createListener<Leak>(t)
  await usePool(run, provider, database.retries)
  await letRetriesEnd(run)
  for (const { userName, source, code, credentials } of provider.received) {
    run.secrets.set(`code of ${userName} (${source})`, code)
    run.secrets.set(`code of ${userName} (${source}), as its user gets it`, unescaped(code))
    for (const [index, text] of credentials.entries()) run.secrets.set(`credentials ${index} of a function`, text)
  }
  assert.ok(run.secrets.size > 40, `${run.secrets.size} secrets`)
  assert.ok(run.errors.length > 25, `${run.errors.length} refusals`)

  const files = async () => [...filesBelow(place.folder), ...(await database.contents(where))]
  const address = new Map([['address', 'jane@example.com']])
  const addresses = findSecrets(address, await files())
  assert.ok(
    addresses.some((find) => database.log.test(find)),
    `the scanner reads what the database holds, and its log while it is open: ${addresses.join(', ')}`,
  )
  assert.deepEqual(findSecrets(run.secrets, await files()), [], 'on disk while Herald runs')
  assert.deepEqual(findSecrets(run.secrets, run.errors), [], 'in refusals')
  const { code, stdout, stderr } = await herald.end()
  assert.equal(code, 0)
  assert.deepEqual(findSecrets(run.secrets, await files()), [], 'on disk afterwards')
  const output = [['standard output', Buffer.from(stdout.replace(/^ {2}AWS_ACCESS_KEY_ID.*$/m, ''))] as const]
  const printed = [...output, ['standard error', Buffer.from(stderr)] as const]
  assert.deepEqual(findSecrets(new Map([...run.secrets, ...address]), printed), [], 'on its output')
}

/** Until no message is on its way: those of functions that throw have been given up. */
async function letRetriesEnd(run: Run): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  for (let round = 0; round < 600; round++) {
    const { body } = await run.inbox('messages?limit=200')
    if (body.messages.length === 0) throw new Error('The inbox is empty.')
    if (body.messages.every(({ state }) => !['queued', 'invoking', 'retrying'].includes(state))) return
    await fetch(`${run.url}/_herald/clock`, { method: 'POST', headers, body: '{"advance":"30s"}' })
    await pause(100)
  }
  throw new Error('Messages are on their way still.')
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!)
}
