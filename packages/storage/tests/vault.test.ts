import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { createVault, sameMac, VaultError } from '../src/index.ts'

const rootKey = randomBytes(32)
const vault = createVault(rootKey)

test('what was sealed opens again, under the same key in another vault too', () => {
  for (const plaintext of ['', 'secret', 'a\u0000b 😀', 'x'.repeat(100_000)]) {
    const sealed = vault.seal('code', plaintext, 'user 1')
    assert.equal(createVault(rootKey).open('code', sealed, 'user 1').toString(), plaintext)
  }
  const bytes = randomBytes(64)
  assert.deepEqual(vault.open('key', vault.seal('key', bytes)), bytes)
})

test('no nonce comes twice, in thousands of values', () => {
  const vault = createVault(Buffer.alloc(32, 1))
  const nonces = Array.from({ length: 3000 }, () => vault.seal('code', '1').slice(0, 16))
  assert.equal(new Set(nonces).size, 3000)
})

test('the same text is sealed differently each time, and does not show', () => {
  const [a, b] = [vault.seal('code', 'secret'), vault.seal('code', 'secret')]
  assert.notEqual(a, b)
  assert.ok(!Buffer.from(a, 'base64').includes('secret'))
})

test('a changed byte, wherever it is, does not open', () => {
  const sealed = Buffer.from(vault.seal('code', 'secret', 'user 1'), 'base64')
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(i) ^ 1, i)
    assert.throws(() => vault.open('code', changed.toString('base64'), 'user 1'), VaultError, `byte ${i}`)
  }
})

test('a text that was cut, lengthened or is no sealed value does not open', () => {
  const sealed = vault.seal('code', 'secret')
  for (const text of ['', 'x', '!', sealed.slice(0, -4), sealed.slice(4), `${sealed}AAAA`, `${sealed}!`, ` ${sealed}`])
    assert.throws(() => vault.open('code', text), VaultError, text)
})

test('another purpose, context or root key does not open', () => {
  const sealed = vault.seal('code', 'secret', 'user 1')
  assert.throws(() => vault.open('password', sealed, 'user 1'), VaultError)
  assert.throws(() => vault.open('code', sealed, 'user 2'), VaultError)
  assert.throws(() => vault.open('code', sealed), VaultError)
  assert.throws(() => createVault(randomBytes(32)).open('code', sealed, 'user 1'), VaultError)
})

test('a keyed hash depends on the key, the purpose and the exact parts', () => {
  const mac = vault.mac('code', 'ab', 'c')
  assert.equal(createVault(rootKey).mac('code', 'ab', 'c'), mac)
  const others = [
    vault.mac('code', 'a', 'bc'),
    vault.mac('code', 'abc'),
    vault.mac('code', 'ab', 'c', ''),
    vault.mac('password', 'ab', 'c'),
    createVault(randomBytes(32)).mac('code', 'ab', 'c'),
  ]
  assert.equal(new Set([mac, ...others]).size, 6)
  assert.ok(sameMac(mac, vault.mac('code', 'ab', 'c')))
  assert.ok(!sameMac(mac, others[0] ?? ''))
  assert.ok(!sameMac(mac, ''))
})

test('a root key of another length is refused', () => {
  for (const length of [0, 16, 31, 33]) assert.throws(() => createVault(randomBytes(length)), VaultError)
})
