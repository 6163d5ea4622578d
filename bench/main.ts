/**
 * First figures, from one run on this machine: how soon Herald is ready, what it holds in memory, and what it does with 16
 * clients, beside what this machine's own cryptography allows in the same run.
 */
import { cpus } from 'node:os'
import { createAwsClient } from '@herald/protocol'
import { startHeraldProcess } from './herald-process.ts'
import { load, percentiles, userPoolCaller } from './load.ts'
import { measureMachine } from './machine-limit.ts'

const CLIENTS = 16
const SECONDS = Number(process.env.HERALD_BENCH_SECONDS ?? 10)
const password = 'Correct-Horse-1'

const limit = await measureMachine()
const herald = await startHeraldProcess()
const caller = userPoolCaller(herald.url, CLIENTS)
const { clientId } = herald

try {
  const idle = herald.memory()
  const latency = await deliveryLatency(20)
  const signUps = await load(CLIENTS, SECONDS * 1000, async (index) => {
    await caller.call('SignUp', {
      ClientId: clientId,
      Username: `user-${index}`,
      Password: password,
      UserAttributes: [{ Name: 'email', Value: `user-${index}@example.com` }],
    })
  })
  const backlog = await drain()
  await confirmed('reader')
  const signIns = await load(CLIENTS, SECONDS * 1000, async () => {
    await caller.call('InitiateAuth', {
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'reader', PASSWORD: password },
    })
  })
  const rows: [string, string, string][] = [
    ['ready after start (installed)', `${(herald.readyAfter / 1000).toFixed(2)} s`, ''],
    ['memory, idle (main process)', `${idle.toFixed(0)} MB`, ''],
    ['memory, after the run', `${herald.memory().toFixed(0)} MB`, ''],
    [
      `sign-ups accepted, ${CLIENTS} clients`,
      `${signUps.perSecond.toFixed(0)} /s (p50 ${signUps.p50.toFixed(0)} ms, p99 ${signUps.p99.toFixed(0)} ms)`,
      ratio(signUps.perSecond, limit.srpVerifier, 'of one SRP verifier each'),
    ],
    ['delivered while they ran and after', backlog, ''],
    [
      `password sign-ins, ${CLIENTS} clients`,
      `${signIns.perSecond.toFixed(0)} /s (p50 ${signIns.p50.toFixed(0)} ms, p99 ${signIns.p99.toFixed(0)} ms)`,
      ratio(
        signIns.perSecond,
        1 / (2 / limit.rs256 + 1 / limit.srpVerifier),
        'of two RS256 signatures and one SRP verifier each',
      ),
    ],
    ['sign-up to delivered message, alone', `p50 ${latency.p50.toFixed(0)} ms, p99 ${latency.p99.toFixed(0)} ms`, ''],
  ]
  print(rows)
} finally {
  caller.close()
  await herald.close()
}

function ratio(figure: number, of: number, words: string): string {
  return `${((figure / of) * 100).toFixed(0)} % ${words} (${of.toFixed(0)} /s)`
}

function print(rows: [string, string, string][]): void {
  console.log(`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}`)
  console.log(
    `this machine's limit, all cores: ${limit.rs256.toFixed(0)} RS256/s, ${limit.srpVerifier.toFixed(0)} SRP verifiers/s\n`,
  )
  console.log('| what | figure | of this machine’s own limit |\n|---|---|---|')
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

/** One sign-up after the other, each waited for until it stands in the inbox; the first one warms up. */
async function deliveryLatency(count: number): Promise<{ p50: number; p99: number }> {
  const waits: number[] = []
  for (let index = 0; index <= count; index++) {
    const at = performance.now()
    const user = `waited-for-${index}`
    await caller.call('SignUp', {
      ClientId: clientId,
      Username: user,
      Password: password,
      UserAttributes: [{ Name: 'email', Value: `${user}@example.com` }],
    })
    const answer = await fetch(`${herald.url}/_herald/messages/latest?userName=${user}&wait=30s`)
    if (!answer.ok) throw new Error(`No message for ${user}: ${answer.status}`)
    await answer.arrayBuffer()
    if (index > 0) waits.push(performance.now() - at)
  }
  return percentiles(waits)
}

/** A user who may sign in: confirmed by an administrator, for the code stands in line behind those of the sign-ups. */
async function confirmed(user: string): Promise<void> {
  await caller.call('SignUp', {
    ClientId: clientId,
    Username: user,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: `${user}@example.com` }],
  })
  const administrator = createAwsClient({
    endpoint: () => herald.url,
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'bench', secretAccessKey: 'bench' }),
  })
  await administrator.call('cognito-idp', 'AdminConfirmSignUp', { UserPoolId: herald.userPoolId, Username: user })
  administrator.close()
}

/** Watches the inbox fill for a while, and says at which rate. */
async function drain(): Promise<string> {
  const watched = 10_000
  const delivered = new Set<string>()
  const controller = new AbortController()
  const events = await fetch(`${herald.url}/_herald/events`, { signal: controller.signal })
  const begin = performance.now()
  const timer = setTimeout(() => controller.abort(), watched)
  try {
    let text = ''
    for await (const chunk of events.body!) {
      text += Buffer.from(chunk).toString()
      const lines = text.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) {
        if (!line.startsWith('data:')) continue
        const message = JSON.parse(line.slice(5)) as { id?: string; state?: string }
        if (message.state === 'delivered' && message.id) delivered.add(message.id)
      }
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
  } finally {
    clearTimeout(timer)
  }
  const took = (performance.now() - begin) / 1000
  return `${(delivered.size / took).toFixed(0)} /s over ${took.toFixed(0)} s`
}
