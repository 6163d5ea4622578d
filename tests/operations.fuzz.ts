/**
 * The long form of operations.test.ts, run by `npm run test:fuzz`: rounds over all operations, each from a seed of its own, the
 * first from HERALD_FUZZ_SEED (1). There are HERALD_FUZZ_RUNS of them, or as many as begin within three minutes.
 * A failure names its seed; the same seed sends the same inputs again.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdToModel } from './operations/hold-to-model.ts'
import { createTally } from './operations/tally.ts'

const first = Number(process.env.HERALD_FUZZ_SEED ?? 1)
const runs = process.env.HERALD_FUZZ_RUNS === undefined ? undefined : Number(process.env.HERALD_FUZZ_RUNS)
const ENOUGH = 180_000

test('generated inputs to every operation, at length', async (t) => {
  const tally = createTally()
  const begin = performance.now()
  const goOn = (round: number) => (runs === undefined ? performance.now() - begin < ENOUGH : round < runs)
  for (let round = 0; goOn(round); round++) {
    const seed = first + round
    console.log(`seed ${seed}`)
    await t.test(`seed ${seed}`, (inner) => holdToModel(inner, { seed, valid: 40, part: 1 }, tally).then(() => {}))
  }
  console.log(tally.table())
  const never = [...tally.successes()].filter(([, count]) => count === 0).map(([name]) => name)
  console.log(`never without an error: ${never.join(', ') || 'none'}`)
  const share = never.length / tally.successes().size
  assert.ok(share < 0.15, 'nearly every operation must have worked at least once, or the run shows little')
})
