/**
 * The long form of operations.test.ts, run by `npm run test:fuzz`: rounds over all operations, each from a seed of its own, the
 * first from HERALD_FUZZ_SEED (1), on SQLite in a data folder and, with fewer inputs, on PostgreSQL. There are HERALD_FUZZ_RUNS of them,
 * or as many as begin within three minutes. A failure names its seed; the same seed sends the same inputs again.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdToModel } from './operations/hold-to-model.ts'
import { createTally } from './operations/tally.ts'
import { onDataFolder } from './setting/herald.ts'
import { noPostgres, postgresSetting } from './setting/postgres.ts'

const first = Number(process.env.HERALD_FUZZ_SEED ?? 1)
const runs = process.env.HERALD_FUZZ_RUNS === undefined ? undefined : Number(process.env.HERALD_FUZZ_RUNS)
const ENOUGH = 180_000

const databases = [
  { database: 'SQLite', part: 0.5, args: undefined, skip: undefined },
  { database: 'PostgreSQL', part: 0.2, args: async () => (await postgresSetting()).args, skip: noPostgres },
].map((each) => ({ ...each, tally: createTally() }))

onDataFolder()

test('generated inputs to every operation, at length', async (t) => {
  const begin = performance.now()
  const goOn = (round: number) => (runs === undefined ? performance.now() - begin < ENOUGH : round < runs)
  for (let round = 0; goOn(round); round++) {
    const seed = first + round
    console.log(`seed ${seed}`)
    for (const { database, part, args, skip, tally } of databases) {
      await t.test(`seed ${seed} on ${database}`, { skip: skip ?? false }, async (inner) => {
        await holdToModel(inner, { seed, valid: 40, part, ...(args ? { args: await args() } : {}) }, tally)
      })
    }
  }
  const worked = new Map<string, number>()
  for (const { database, tally, skip } of databases) {
    if (skip) continue
    console.log(`on ${database}\n${tally.table()}`)
    for (const [name, count] of tally.successes()) worked.set(name, count + (worked.get(name) ?? 0))
    console.log(`${tally.total()} inputs on ${database}; never without an error: ${neverIn(tally.successes())}`)
    assert.ok(tally.total() > 2000, database)
  }
  const never = [...worked.values()].filter((count) => count === 0).length
  assert.ok(
    never / worked.size < 0.05,
    'nearly every operation must have worked at least once, or the run shows little',
  )
})

function neverIn(successes: ReadonlyMap<string, number>): string {
  const names = [...successes].filter(([, count]) => count === 0).map(([name]) => name)
  return names.join(', ') || 'none'
}
