import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineTimer } from '../../src/delivery/timer.ts'

test('a time without end does not end at once', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let ended = false
  const cancel = machineTimer(Number.POSITIVE_INFINITY, () => {
    ended = true
  })
  t.mock.timers.tick(60_000)
  assert.equal(ended, false)
  cancel()
})
