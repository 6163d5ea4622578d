/**
 * Kills Herald at random moments while eight clients sign users up, starts it again on the same data, and counts at the end
 * what became of every sign-up that was answered; on SQLite, then on PostgreSQL. `HERALD_CHAOS_SEED` repeats a run's moments,
 * `HERALD_CHAOS_RUNS` makes more, `HERALD_CHAOS_STORE` (`sqlite`, `postgres`) does it on one of the two.
 */
import assert from 'node:assert/strict'
import { Agent } from 'node:http'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda'
import { clientsOf } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { noPostgres, postgresSetting } from './setting/postgres.ts'
import { createPlace, type Place, readyUrl, runHerald } from './setting/process.ts'
import { rawCall } from './setting/raw-call.ts'
import { poolWithReportingSender, type Report } from './setting/reporting-sender.ts'

const RUNS = Number(process.env.HERALD_CHAOS_RUNS ?? 30)
const SEED = Number(process.env.HERALD_CHAOS_SEED ?? Date.now() % 1_000_000)
const CLIENTS = 8
/** A run is killed this long after its ready line at most, and every fifth before it is ready at all. Milliseconds. */
const LONGEST_RUN = 4000
const LONGEST_START = 500
/** Each client rests so long between two sign-ups, or the messages of 30 runs would take longer to send than a test may. */
const REST = 100

interface Store {
  name: string
  skip: string | undefined
  args(place: Place): string[] | Promise<string[]>
  /** What is left in the outbox when the last run is over must be sent in this time, without moving the clock; long, for thousands may be. Milliseconds. */
  deliveryLimit: number
}

const stores: Record<string, Store> = {
  sqlite: { name: 'SQLite', skip: undefined, args: (place) => place.args, deliveryLimit: 400_000 },
  postgres: {
    name: 'PostgreSQL',
    skip: noPostgres,
    args: async () => ['--port', '0', ...(await postgresSetting()).args],
    // Here a Herald does not know that it is alone, so it leaves each claim of those before its whole lease.
    deliveryLimit: 600_000,
  },
}
const only = process.env.HERALD_CHAOS_STORE
for (const [id, store] of Object.entries(stores)) {
  const skip = only !== undefined && only !== id ? `HERALD_CHAOS_STORE is ${only}` : (store.skip ?? false)
  const name = `kill -9 in ${RUNS} runs of sign-ups on ${store.name} loses no user and no message`
  test(name, { timeout: 900_000, skip }, (t) => killOften(t, store))
}

/** mulberry32: enough for moments, and repeatable. */
function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function killOften(t: TestContext, store: Store): Promise<void> {
  t.diagnostic(`${store.name}, seed ${SEED}`)
  const chance = createChance(SEED)
  const place = createPlace(t)
  const provider = await createListener<Report>(t)
  const own = await store.args(place)
  const start = (args: string[] = []) => runHerald(t, place, ['start', ...own, '--quiet', ...args])

  const first = start()
  const clients = clientsOf(await readyUrl(first))
  const { poolId, clientId, functionName } = await poolWithReportingSender(clients, provider.url)
  await clients.lambda.send(
    new PutFunctionConcurrencyCommand({ FunctionName: functionName, ReservedConcurrentExecutions: 2 }),
  )
  clients.destroy()
  assert.equal((await first.end()).code, 0)

  const acknowledged = new Set<string>()
  const unanswered = new Set<string>()
  let killedBeforeReady = 0

  async function signUpUntilKilled(url: string, run: number, client: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let count = 0; ; count++) {
      const Username = `user-${run}-${client}-${count}`
      const input = {
        ClientId: clientId,
        Username,
        Password: 'Correct-Horse-1',
        UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
      }
      const answer = await rawCall(url, 'cognito-idp', 'SignUp', input, agent).catch(() => undefined)
      if (!answer) {
        unanswered.add(Username)
        agent.destroy()
        return
      }
      assert.equal(answer.status, 200, JSON.stringify(answer.body))
      acknowledged.add(Username)
      await pause(chance() * REST * 2)
    }
  }

  for (let run = 1; run <= RUNS; run++) {
    const herald = start()
    const early = run % 5 === 0
    if (early) {
      await pause(chance() * LONGEST_START)
      killedBeforeReady += herald.stdout() === '' ? 1 : 0
      await herald.end('SIGKILL')
      continue
    }
    const url = await readyUrl(herald)
    const work = Array.from({ length: CLIENTS }, (_, client) => signUpUntilKilled(url, run, client))
    await pause(chance() * LONGEST_RUN)
    await herald.end('SIGKILL')
    assert.equal(herald.stderr(), '')
    await Promise.all(work)
  }

  const deliveredBefore = new Set(provider.received.map(({ userName }) => userName)).size
  const last = start()
  const url = await readyUrl(last)
  const exists = async (Username: string) => {
    const { status, body } = await rawCall(url, 'cognito-idp', 'AdminGetUser', { UserPoolId: poolId, Username })
    if (status === 200) return true
    assert.match(String(body.__type), /UserNotFoundException$/)
    return false
  }
  const lost: string[] = []
  for (const name of acknowledged) if (!(await exists(name))) lost.push(name)
  const unansweredButThere: string[] = []
  for (const name of unanswered) if (await exists(name)) unansweredButThere.push(name)
  const expected = new Set([...acknowledged, ...unansweredButThere])

  const delivered = () => new Set(provider.received.map(({ userName }) => userName))
  const began = Date.now()
  const undelivered = () => {
    const there = delivered()
    return [...expected].filter((name) => !there.has(name))
  }
  await provider.until(() => undelivered().length === 0, store.deliveryLimit).catch(() => {})
  const missing = undelivered()
  const codes = new Map(provider.received.map(({ userName, code }) => [userName, code]))
  const refused: string[] = []
  for (const [Username, ConfirmationCode] of codes) {
    const input = { ClientId: clientId, Username, ConfirmationCode }
    if ((await rawCall(url, 'cognito-idp', 'ConfirmSignUp', input)).status !== 200) refused.push(Username)
  }
  const { code, stderr } = await last.end()

  const counts = {
    runs: RUNS,
    'killed before ready': killedBeforeReady,
    'sign-ups acknowledged': acknowledged.size,
    'of these existing': acknowledged.size - lost.length,
    'of these delivered': [...acknowledged].filter((name) => codes.has(name)).length,
    'sign-ups unanswered': unanswered.size,
    'of these existing and delivered': unansweredButThere.filter((name) => codes.has(name)).length,
    'delivered only after the last start': codes.size - deliveredBefore,
    'seconds that took': Math.round((Date.now() - began) / 100) / 10,
    'duplicate deliveries': provider.received.length - codes.size,
    'codes accepted': codes.size - refused.length,
  }
  for (const [what, count] of Object.entries(counts)) t.diagnostic(`${what}: ${count}`)
  assert.ok(acknowledged.size >= RUNS, 'runs that signed nobody up show nothing')
  assert.deepEqual(lost, [], 'every user that got a 200 exists')
  assert.deepEqual(missing, [], 'every message of a user that exists is delivered')
  assert.deepEqual(refused, [], 'every delivered code is good')
  const strangers = [...delivered()].filter((name) => !expected.has(name))
  assert.deepEqual(strangers, [], 'nobody who does not exist gets a message')
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
}
