import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { after, test } from 'node:test'
import { createCryptography } from '../src/cryptography/index.ts'
import { isPublicValue, poolNameOf } from '../src/cryptography/srp.ts'
import { N, power, powerOfG, signSafeHex } from '../src/cryptography/srp-group.ts'

/** The part of amazon-cognito-identity-js that these tests hold Herald against. */
interface BigNumber {
  toString(radix: number): string
}
interface ClientSide {
  generateHashDevice(group: string, user: string, done: (error: unknown) => void): void
  getRandomPassword(): string
  getSaltDevices(): string
  getVerifierDevices(): string
  getLargeAValue(done: (error: unknown, value: BigNumber) => void): void
  getPasswordAuthenticationKey(
    user: string,
    password: string,
    serverValue: BigNumber,
    salt: BigNumber,
    done: (error: unknown, key: Uint8Array) => void,
  ): void
}
const load = createRequire(import.meta.url)
const ClientSideHelper = load('amazon-cognito-identity-js/lib/AuthenticationHelper').default as new (
  pool: string,
) => ClientSide
const BigInteger = load('amazon-cognito-identity-js/lib/BigInteger').default as new (
  text: string,
  radix: number,
) => BigNumber

const poolId = 'eu-west-1_AbCdEfGhI'
const cryptography = createCryptography({ workers: 2 })
after(() => cryptography.close())

test('a verifier is the one that amazon-cognito-identity-js computes', async () => {
  for (let i = 0; i < 20; i++) {
    const client = new ClientSideHelper(poolNameOf(poolId))
    client.generateHashDevice(poolNameOf(poolId), `jane-${i}`, assert.ifError)
    const known = { salt: client.getSaltDevices(), verifier: client.getVerifierDevices().toLowerCase() }
    const password = client.getRandomPassword()
    assert.equal(await cryptography.checkPassword(poolId, `jane-${i}`, password, known), true)
    assert.equal(await cryptography.checkPassword(poolId, `jane-${i}`, `${password}x`, known), false)
    assert.equal(await cryptography.checkPassword(poolId, 'john', password, known), false)
  }
})

test('an exchange ends with the same key on both sides, and with another one for a wrong password', async () => {
  for (const password of ['Pässw0rd! 🔑', 'Right-passw0rd']) {
    const { salt, verifier } = await cryptography.makeVerifier(poolId, 'jane', password)
    const client = new ClientSideHelper(poolNameOf(poolId))
    let clientValue = ''
    client.getLargeAValue((error, value) => {
      assert.ifError(error)
      clientValue = value.toString(16)
    })
    assert.ok(isPublicValue(clientValue))
    const serverSecret = randomBytes(32).toString('hex')
    const serverValue = await cryptography.srpPublicValue(verifier, serverSecret)
    const key = await cryptography.srpExchangedKey({ clientValue, serverValue, serverSecret, verifier })
    const keyFor = (tried: string) => {
      let found = ''
      const [b, s] = [new BigInteger(serverValue, 16), new BigInteger(salt, 16)]
      client.getPasswordAuthenticationKey('jane', tried, b, s, (error, value) => {
        assert.ifError(error)
        found = Buffer.from(value).toString('hex')
      })
      return found
    }
    assert.equal(keyFor(password), key)
    assert.notEqual(keyFor('Wrong-passw0rd'), key)
  }
})

test('salts are made of chance: the same password never gives the same verifier twice', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => cryptography.makeVerifier(poolId, 'jane', 'same')))
  assert.equal(new Set(made.map(({ salt }) => salt)).size, 8)
  assert.equal(new Set(made.map(({ verifier }) => verifier)).size, 8)
})

test('exponentiation agrees with arithmetic that can be read', () => {
  const slow = (base: bigint, exponent: bigint) => {
    let result = 1n
    for (let bit = exponent, square = base % N; bit > 0n; bit >>= 1n, square = (square * square) % N) {
      if (bit & 1n) result = (result * square) % N
    }
    return result
  }
  for (let i = 0; i < 5; i++) {
    const exponent = BigInt(`0x${randomBytes(32).toString('hex')}`)
    const base = powerOfG(BigInt(`0x${randomBytes(32).toString('hex')}`))
    assert.equal(powerOfG(exponent), slow(2n, exponent))
    assert.equal(power(base, exponent), slow(base, exponent))
  }
  // Short results, whose encoding is shorter, too.
  for (const exponent of [1n, 7n, 8n, 127n, 128n, 1000n]) assert.equal(powerOfG(exponent), 2n ** exponent)
})

test('public values that would give the exchange away are recognised', () => {
  for (const value of [0n, 1n, N - 1n, N, N * 2n]) assert.equal(isPublicValue(value.toString(16)), false)
  for (const text of ['', 'xyz', '-5', '0x12', 'f'.repeat(771)]) assert.equal(isPublicValue(text), false)
  assert.equal(isPublicValue((N - 2n).toString(16)), true)
  assert.equal(isPublicValue(signSafeHex(N - 2n).toUpperCase()), true)
})
