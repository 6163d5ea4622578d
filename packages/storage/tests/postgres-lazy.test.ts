import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { codes } from './place.ts'
import { postgresPlace } from './postgres-place.ts'
import { noPostgres } from './postgres-server.ts'

const ROUNDS = 20

test('a lazy commit goes with the next one that somebody waits for', { skip: noPostgres ?? false }, async (t) => {
  const place = await postgresPlace()
  t.after(() => place.remove())
  const store = await place.open([codes])
  t.after(() => store.close())
  const put = (key: string, lazily: boolean) =>
    store.transaction((tx) => tx.put(codes, [key], { used: false }), { lazily })
  for (let round = 0; round < ROUNDS; round++) {
    const lazy = put(`lazy ${round}`, true)
    // Long enough for a commit that does not wait to have left by itself.
    for (let turn = 0; turn < 5; turn++) await setImmediate()
    await Promise.all([lazy, put(`hurried ${round}`, false)])
  }
  // What goes together is written with one version. A machine that halts for longer than a lazy commit waits parts a few.
  const groups = await place.sql('SELECT version FROM codes GROUP BY version HAVING count(*) = 2')
  assert.ok(groups.length > ROUNDS / 2, `${groups.length} of ${ROUNDS} went together`)
})
