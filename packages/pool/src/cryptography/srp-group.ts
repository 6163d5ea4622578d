import { createDiffieHellmanGroup, createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'

/**
 * Arithmetic in the group of Cognito's SRP: the 3072-bit prime of RFC 3526 (group 15) with generator 2. OpenSSL does the
 * exponentiations: 0.9 ms for one where BigInt takes 7 ms.
 */

const prime = createDiffieHellmanGroup('modp15').getPrime()
export const N = BigInt(`0x${prime.toString('hex')}`)
export const g = 2n

// Keys are handed to OpenSSL as DER, because a Diffie-Hellman object made from a bare prime first proves the prime: 1.8 s.
function tagged(tag: number, body: Buffer): Buffer {
  const length = body.length
  const header = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...header]), body])
}
const integer = (value: bigint) => tagged(0x02, Buffer.from(signSafeHex(value), 'hex'))
const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts))
const dhKeyAgreement = Buffer.from('06092a864886f70d010301', 'hex')
const group = sequence(dhKeyAgreement, sequence(integer(N), integer(g)))

function privateKey(exponent: bigint): KeyObject {
  const key = sequence(integer(0n), group, tagged(0x04, integer(exponent)))
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

/** The number that a public key in SubjectPublicKeyInfo ends with. */
function lastInteger(spki: Buffer): bigint {
  const lengthAt = (at: number): [length: number, next: number] => {
    const first = spki[at] ?? 0
    if (first < 0x80) return [first, at + 1]
    const bytes = first & 0x7f
    return [spki.readUIntBE(at + 1, bytes), at + 1 + bytes]
  }
  const [, inner] = lengthAt(1)
  const [groupLength, groupStart] = lengthAt(inner + 1)
  const [, bits] = lengthAt(groupStart + groupLength + 1)
  const [length, start] = lengthAt(bits + 2)
  return toNumber(spki.subarray(start, start + length))
}

export function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
}

/** A number as Cognito's clients hash it: hex of even length that starts with `00` where its first bit is set. */
export function signSafeHex(value: bigint): string {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return /^[89a-f]/.test(even) ? `00${even}` : even
}

/** g to the power of `exponent`, modulo N. @param exponent above 0 and below N. */
export function powerOfG(exponent: bigint): bigint {
  return lastInteger(createPublicKey(privateKey(exponent)).export({ format: 'der', type: 'spki' }))
}

/**
 * `base` to the power of `exponent`, modulo N. @param base above 1 and below N - 1. @param exponent above 0 and below N.
 * @throws {Error} when OpenSSL does not take `base` as a public key of the group.
 */
export function power(base: bigint, exponent: bigint): bigint {
  const content = tagged(0x03, Buffer.concat([Buffer.from([0]), integer(base)]))
  const publicKey = createPublicKey({ key: sequence(group, content), format: 'der', type: 'spki' })
  return toNumber(diffieHellman({ privateKey: privateKey(exponent), publicKey }))
}
