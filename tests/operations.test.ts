import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdToModel } from './operations/hold-to-model.ts'

test('generated inputs to every operation: only answers that AWS’s model allows', async (t) => {
  const seed = Number(process.env.HERALD_FUZZ_SEED ?? 1)
  t.diagnostic(`seed ${seed}`)
  const tally = await holdToModel(t, { seed, valid: 12, part: 0.05 })
  t.diagnostic(`${tally.total()} inputs`)
  assert.ok(tally.total() > 500)
})
