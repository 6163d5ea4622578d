/**
 * Herald's figures beside what this machine's own cryptography allows, from one run: `npm run bench`.
 * `-- --postgres` runs on a PostgreSQL server of its own; HERALD_BENCH_SECONDS is the length of each measurement (10),
 * HERALD_BENCH_MINUTES that of the watch over memory (1), HERALD_BENCH_USERS the number of stored users (100,000).
 */
import { startPostgres } from '../packages/storage/tests/postgres-server.ts'
import { percentiles, type Rate } from './load.ts'
import { limitOf, measureMachine } from './machine-limit.ts'
import { addUsersToFolder, addUsersToPostgres } from './many-users.ts'
import { memoryOverTime } from './measures/memory.ts'
import { adminGetUser, filteredListUsers } from './measures/reads.ts'
import { passwordSignIns } from './measures/sign-in.ts'
import { codesInHandler, signUpBurst } from './measures/sign-up.ts'
import { exponentiations, srpSignIns } from './measures/srp.ts'
import { openPlace, type Place } from './place.ts'
import { printHead, printRow, type Row, ratio } from './table.ts'

const CLIENTS = 16
const MILLISECONDS = Number(process.env.HERALD_BENCH_SECONDS ?? 10) * 1000
const MEMORY_MILLISECONDS = Number(process.env.HERALD_BENCH_MINUTES ?? 1) * 60_000
const MANY_USERS = Number(process.env.HERALD_BENCH_USERS ?? 100_000)
const reader = 'reader'

const server = process.argv.includes('--postgres') ? await startPostgres({}) : undefined
const args = server ? ['--database', server.url] : []
const limit = await measureMachine()
printHead(limit, server ? 'PostgreSQL' : 'SQLite')

const place = await openPlace({ args })
try {
  await measureFirst(place)
  await measureMessages(place)
  const few = await costs(place, 'few')
  const folder = await addUsers(place)
  const large = await place.reopen({ folder, args })
  printCosts(few, await costs(large, 'many'))
  const { early, late, calls } = await memoryOverTime(large, CLIENTS, MEMORY_MILLISECONDS, 'mixed')
  printRow([
    `memory over ${(MEMORY_MILLISECONDS / 60_000).toFixed(0)} min of everything at once`,
    `${early.toFixed(0)} MB in its second fifth, ${late.toFixed(0)} MB in its last (${calls} calls)`,
    '',
  ])
  await large.close()
} finally {
  await server?.stop()
}

async function measureFirst(place: Place): Promise<void> {
  const { herald } = place
  printRow(['ready after start (installed)', `${(herald.readyAfter / 1000).toFixed(2)} s`, ''])
  printRow(['memory, idle (main process with its threads)', `${place.idleMemory.toFixed(0)} MB`, ''])
  await place.addReader(reader)
  await place.drained()
  await passwordSignIns(place, CLIENTS, 1000, reader)
  printRow(
    rateRow(
      'password sign-ins',
      await passwordSignIns(place, CLIENTS, MILLISECONDS, reader),
      limitOf(limit, { rs256: 2, modexp: 1 }),
      '2 RS256, 1 exponentiation',
    ),
  )
  const all = exponentiations.herald + exponentiations.client
  printRow(
    rateRow(
      'SRP sign-ins, the client’s half included',
      await srpSignIns(place, CLIENTS, MILLISECONDS, reader),
      limitOf(limit, { rs256: 2, modexp: all }),
      `2 RS256, ${all} exponentiations`,
    ),
  )
  printRow(rateRow('AdminGetUser', await adminGetUser(place, CLIENTS, MILLISECONDS, reader)))
  printRow(rateRow('ListUsers with a filter', await filteredListUsers(place, CLIENTS, MILLISECONDS, reader)))
}

async function measureMessages(place: Place): Promise<void> {
  const alone = await codesInHandler(place, 1, Math.min(MILLISECONDS, 5000), 'alone')
  const { p50, p99 } = percentiles(alone.waits)
  printRow(['sign-up to code in the handler, one at a time', `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`, ''])
  const steady = await codesInHandler(place, CLIENTS, MILLISECONDS, 'steady')
  const waits = percentiles(steady.waits)
  printRow([
    `codes in the handler, decrypted, ${CLIENTS} clients`,
    `${steady.rate.perSecond.toFixed(0)} /s (wait p50 ${waits.p50.toFixed(0)} ms, p99 ${waits.p99.toFixed(0)} ms)`,
    ratio(
      steady.rate.perSecond,
      limitOf(limit, { modexp: 1, p384: 1 }),
      '1 exponentiation, P-384 key, signature, verification',
    ),
  ])
  const burst = await signUpBurst(place, CLIENTS, MILLISECONDS, 'burst')
  printRow(rateRow('sign-ups accepted, durably', burst.accepted, limitOf(limit, { modexp: 1 }), '1 exponentiation'))
  const during = ((burst.meanwhile * 1000) / MILLISECONDS).toFixed(0)
  printRow(['codes in the handler during that burst, and after it', `${during} /s, ${burst.drain.toFixed(0)} /s`, ''])
}

/** Milliseconds of Herald's own processor time for one call of each kind. */
async function costs(place: Place, name: string): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const measure = async (what: string, run: () => Promise<Rate>) => {
    const before = place.herald.cpu()
    const { count } = await run()
    found.set(what, (place.herald.cpu() - before) / count)
  }
  const length = MILLISECONDS / 2
  await adminGetUser(place, CLIENTS, 1000, reader)
  await measure('AdminGetUser', () => adminGetUser(place, CLIENTS, length, reader))
  await measure('ListUsers', () => filteredListUsers(place, CLIENTS, length, reader))
  await measure('sign-in', () => passwordSignIns(place, CLIENTS, length, reader))
  await measure('sign-up with its message', async () => {
    const { rate } = await codesInHandler(place, CLIENTS, length, name)
    return rate
  })
  return found
}

function printCosts(few: Map<string, number>, many: Map<string, number>): void {
  const parts = [...few].map(([what, cost]) => `${what} ${((many.get(what) ?? 0) / cost).toFixed(2)}`)
  printRow([`cost with ${MANY_USERS} users, to that with few`, parts.join(', '), ''])
}

/** @returns where the data lies. */
async function addUsers(place: Place): Promise<string> {
  const { UserAttributes } = (await place.caller.call('AdminGetUser', {
    UserPoolId: place.userPoolId,
    Username: reader,
  })) as { UserAttributes: { Name: string; Value: string }[] }
  const sub = UserAttributes.find(({ Name }) => Name === 'sub')?.Value ?? ''
  await place.drained()
  const folder = await place.pause()
  if (server) await addUsersToPostgres(server.url, { userName: reader, sub }, MANY_USERS)
  else addUsersToFolder(place.herald.data, { userName: reader, sub }, MANY_USERS)
  return folder
}

function rateRow(what: string, { perSecond, p50, p99 }: Rate, of?: number, needs?: string): Row {
  const figure = `${perSecond.toFixed(0)} /s (p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms)`
  return [`${what}, ${CLIENTS} clients`, figure, of && needs ? ratio(perSecond, of, needs) : '']
}
