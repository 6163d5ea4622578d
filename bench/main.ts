/**
 * Herald's figures beside what this machine's own cryptography allows, from one run: `npm run bench`.
 * `-- --postgres` runs on a PostgreSQL server of its own; HERALD_BENCH_SECONDS is the length of each measurement (10),
 * HERALD_BENCH_MINUTES that of the watch over memory (1), HERALD_BENCH_USERS the number of stored users (100,000).
 */
import { besideLimit } from './beside-limit.ts'
import { startHeraldProcess } from './herald-process.ts'
import { percentiles, type Rate } from './load.ts'
import { limitOf, type MachineLimit, measureMachine } from './machine-limit.ts'
import { addUsersToFolder, addUsersToPostgres } from './many-users.ts'
import { memoryOverTime } from './measures/memory.ts'
import { adminGetUser, filteredListUsers } from './measures/reads.ts'
import { passwordSignIns } from './measures/sign-in.ts'
import { codesInHandler, signUpBurst } from './measures/sign-up.ts'
import { exponentiations, srpSignIns } from './measures/srp.ts'
import { openPlace, type Place } from './place.ts'
import { startDatabases } from './postgres.ts'
import { printHead, printRow, type Row, ratio } from './table.ts'

const CLIENTS = 16
const MILLISECONDS = Number(process.env.HERALD_BENCH_SECONDS ?? 10) * 1000
const MEMORY_MILLISECONDS = Number(process.env.HERALD_BENCH_MINUTES ?? 1) * 60_000
const MANY_USERS = Number(process.env.HERALD_BENCH_USERS ?? 100_000)
const reader = 'reader'
/** Before the first figure, so that it is of compiled code. Milliseconds. */
const WARM_UP = 3000
/** How often the costs with few and with many users are compared. */
const ROUNDS = 5
/** Of a row that is a share of the machine's limit. */
const PARTS = 4

const server = process.argv.includes('--postgres') ? await startDatabases() : undefined
const database = server ? { databaseUrl: server.url } : {}
printHead(await measureMachine(), server ? 'PostgreSQL' : 'SQLite')

// The first start compiles, and keeps what it compiled.
await (await startHeraldProcess()).close()
const place = await openPlace(database)
try {
  await measureFirst(place)
  await measureMessages(place)
  const folder = await addUsers(place)
  const many = await place.reopen({ folder, ...database, collects: true })
  const few = await openPlace(server ? { databaseUrl: await server.another('few') } : {})
  await few.addReader(reader)
  await few.drained()
  printCosts(await costs(few, many))
  await few.close()
  const { early, late, calls } = await memoryOverTime(many, CLIENTS, MEMORY_MILLISECONDS, 'mixed')
  const minutes = (MEMORY_MILLISECONDS / 60_000).toFixed(0)
  printRow([
    `memory over ${minutes} min of everything at once (${calls} calls), its garbage collected`,
    `${early.kept.toFixed(0)} MB after two fifths, ${late.kept.toFixed(0)} MB at the end`,
    '',
  ])
  const uncollected = [early, late].map(({ least }) => `${least.toFixed(0)} MB`)
  printRow(['the same as it was, at its least', `${uncollected.join(' in the second fifth, ')} in the last`, ''])
  await many.close()
} finally {
  await server?.stop()
}

async function measureFirst(place: Place): Promise<void> {
  const { herald } = place
  printRow(['ready after start (installed)', `${(herald.readyAfter / 1000).toFixed(2)} s`, ''])
  printRow(['memory, idle (main process with its threads)', `${place.idleMemory.toFixed(0)} MB`, ''])
  await place.addReader(reader)
  await place.drained()
  await passwordSignIns(place, CLIENTS, WARM_UP, reader)
  const passwords = await besideLimit(PARTS, MILLISECONDS, (length) => passwordSignIns(place, CLIENTS, length, reader))
  printRow(shareRow('password sign-ins', passwords, { rs256: 2, modexp: 1 }, '2 RS256, 1 exponentiation'))
  const all = exponentiations.herald + exponentiations.client
  const srp = await besideLimit(PARTS, MILLISECONDS, (length) => srpSignIns(place, CLIENTS, length, reader))
  const needs = `2 RS256, ${all} exponentiations`
  printRow(shareRow('SRP sign-ins, the client’s half included', srp, { rs256: 2, modexp: all }, needs))
  printRow(rateRow('AdminGetUser', await adminGetUser(place, CLIENTS, MILLISECONDS, reader)))
  printRow(rateRow('ListUsers with a filter', await filteredListUsers(place, CLIENTS, MILLISECONDS, reader)))
}

async function measureMessages(place: Place): Promise<void> {
  const alone = await codesInHandler(place, 1, Math.min(MILLISECONDS, 5000), 'alone')
  const { p50, p99 } = percentiles(alone.waits)
  printRow(['sign-up to code in the handler, one at a time', `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`, ''])
  await steadyCodes(place, 'official', 'the Encryption SDK', place.clientId)
  await steadyCodes(place, 'lite', '@herald/sender/lite without the AWS SDK', place.liteClientId)
  let deliveries = ''
  // In one part, for a burst is one; the machine is measured again once it has drained.
  const burst = await besideLimit(1, MILLISECONDS, async (length) => {
    const { accepted, meanwhile, drain } = await signUpBurst(place, CLIENTS, length, 'burst')
    deliveries = `${((meanwhile * 1000) / length).toFixed(0)} /s, ${drain.toFixed(0)} /s`
    return accepted
  })
  printRow(shareRow('sign-ups accepted, durably', burst, { modexp: 1 }, '1 exponentiation'))
  printRow(['codes in the handler during that burst, and after it', deliveries, ''])
}

async function steadyCodes(place: Place, name: string, by: string, clientId: string): Promise<void> {
  await codesInHandler(place, CLIENTS, 2000, `warm-${name}`, clientId)
  const waits: number[] = []
  const { rate, limit } = await besideLimit(PARTS, MILLISECONDS, async (length, part) => {
    const codes = await codesInHandler(place, CLIENTS, length, `steady-${name}-${part}`, clientId)
    waits.push(...codes.waits)
    return codes.rate
  })
  const { p50, p99 } = percentiles(waits)
  printRow([
    `codes in the handler, decrypted by ${by}, ${CLIENTS} clients`,
    `${rate.perSecond.toFixed(0)} /s (wait p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms)`,
    ratio(
      rate.perSecond,
      limitOf(limit, { modexp: 1, p384: 1 }),
      '1 exponentiation, P-384 key, signature, verification',
    ),
  ])
}

type Work = (place: Place, milliseconds: number, round: number) => Promise<Rate>

/**
 * What each kind of call costs a Herald with many users, in its own processor time, as a multiple of what it costs one with few:
 * the two in turn, for the machine is not the same for long. The median of the rounds.
 */
async function costs(few: Place, many: Place): Promise<Map<string, number>> {
  const works: Record<string, Work> = {
    AdminGetUser: (at, length) => adminGetUser(at, CLIENTS, length, reader),
    ListUsers: (at, length) => filteredListUsers(at, CLIENTS, length, reader),
    'sign-in': (at, length) => passwordSignIns(at, CLIENTS, length, reader),
    'sign-up with its message': async (at, length, round) =>
      (await codesInHandler(at, CLIENTS, length, `cost-${round}`)).rate,
  }
  const found = new Map<string, number>()
  for (const [what, work] of Object.entries(works)) {
    const ratios: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const cost = async (at: Place) => {
        const before = at.herald.cpu()
        const { count } = await work(at, MILLISECONDS / 4, round)
        return (at.herald.cpu() - before) / count
      }
      const costOfFew = await cost(few)
      const costOfMany = await cost(many)
      // The first round warms up.
      if (round > 0) ratios.push(costOfMany / costOfFew)
    }
    found.set(what, percentiles(ratios).p50)
  }
  return found
}

function printCosts(found: Map<string, number>): void {
  const parts = [...found].map(([what, ratio]) => `${what} ${ratio.toFixed(2)}`)
  printRow([`cost with ${MANY_USERS} users, as a multiple of that with few`, parts.join(', '), ''])
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

function rateRow(what: string, { perSecond, p50, p99 }: Rate): Row {
  return [
    `${what}, ${CLIENTS} clients`,
    `${perSecond.toFixed(0)} /s (p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms)`,
    '',
  ]
}

/** @param needs the cryptography of one call; `inWords` says it */
function shareRow(
  what: string,
  { rate, limit }: { rate: Rate; limit: MachineLimit },
  needs: Partial<MachineLimit>,
  inWords: string,
): Row {
  const [label, figure] = rateRow(what, rate)
  return [label, figure, ratio(rate.perSecond, limitOf(limit, needs), inWords)]
}
