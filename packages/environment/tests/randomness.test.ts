import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemRandomness } from '@herald/environment'

test('random bytes come in every length, and none of them twice', () => {
  const seen = new Set<string>()
  for (let i = 0; i < 2000; i++) {
    const bytes = systemRandomness.bytes(16)
    assert.equal(bytes.length, 16)
    seen.add(bytes.toString('hex'))
  }
  assert.equal(seen.size, 2000)
  for (const length of [0, 1, 12, 63, 64, 65, 5000]) assert.equal(systemRandomness.bytes(length).length, length)
})

test('random bytes are their caller’s own', () => {
  const kept = systemRandomness.bytes(32)
  const before = kept.toString('hex')
  for (let i = 0; i < 1000; i++) systemRandomness.bytes(32).fill(0)
  assert.equal(kept.toString('hex'), before)
  assert.notEqual(systemRandomness.bytes(32).toString('hex'), '0'.repeat(64))
})
