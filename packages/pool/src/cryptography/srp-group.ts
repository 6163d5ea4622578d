import { createDiffieHellmanGroup, DiffieHellman, type DiffieHellmanGroup } from 'node:crypto'

/**
 * Arithmetic in the group of Cognito's SRP: the 3072-bit prime of RFC 3526 (group 15) with generator 2. OpenSSL does the
 * exponentiations: 0.9 ms for one where BigInt takes 7 ms.
 */

// The group's own object, because one made from a bare prime first proves the prime, for seconds. Node documents no way to set
// its private key, but has the method: a test holds both functions against BigInt.
const group = createDiffieHellmanGroup('modp15')
const setPrivateKey = DiffieHellman.prototype.setPrivateKey as (this: DiffieHellmanGroup, key: Uint8Array) => void

export const N = toNumber(group.getPrime())
export const g = 2n

export function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
}

/** A number as Cognito's clients hash it: hex of even length that starts with `00` where its first bit is set. */
export function signSafeHex(value: bigint): string {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return /^[89a-f]/.test(even) ? `00${even}` : even
}

const bytesOf = (value: bigint) => Buffer.from(signSafeHex(value), 'hex')

/** g to the power of `exponent`, modulo N. @param exponent above 0 and below N. */
export function powerOfG(exponent: bigint): bigint {
  setPrivateKey.call(group, bytesOf(exponent))
  return toNumber(group.generateKeys())
}

/**
 * `base` to the power of `exponent`, modulo N. @param base above 1 and below N - 1. @param exponent above 0 and below N.
 * @throws {Error} when OpenSSL does not take `base` as a public key of the group.
 */
export function power(base: bigint, exponent: bigint): bigint {
  setPrivateKey.call(group, bytesOf(exponent))
  return toNumber(group.computeSecret(bytesOf(base)))
}
