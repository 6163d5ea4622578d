import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { Secret } from '@herald/sender'

test('a secret prints as its length, however it is written', () => {
  const secret = new Secret('123456')
  const written = [`${secret}`, String(secret), JSON.stringify({ secret }), inspect({ secret }), `${['x', secret]}`]
  for (const text of written) {
    assert.match(text, /\[secret 6\]/)
    assert.doesNotMatch(text, /123456/)
  }
  assert.deepEqual(Object.values(secret), [6])
  assert.equal(secret.reveal(), '123456')
})
