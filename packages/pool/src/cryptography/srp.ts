import { createHash, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { SrpVerifier } from './cryptography.ts'
import { g, N, power, powerOfG, signSafeHex, toNumber } from './srp-group.ts'

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** What Cognito's clients call the pool in SRP: the part of its id after `_`. */
export function poolNameOf(poolId: string): string {
  return poolId.slice(poolId.indexOf('_') + 1)
}

/** The salted hash of a password (SRP's x), as Cognito's clients compute it. @param salt hex. */
function hashOf(poolId: string, userId: string, password: string, salt: string): bigint {
  const secret = sha256(`${poolNameOf(poolId)}${userId}:${password}`)
  return toNumber(sha256(Buffer.from(signSafeHex(BigInt(`0x${salt}`)), 'hex'), secret))
}

/** @param salt hex; 16 bytes of chance. */
export function verifierOf(poolId: string, userId: string, password: string, salt: string): SrpVerifier {
  return { salt, verifier: signSafeHex(powerOfG(hashOf(poolId, userId, password, salt))) }
}

/** Whether `password` is the one that `known` was made of. */
export function isPasswordOf(poolId: string, userId: string, password: string, known: SrpVerifier): boolean {
  const given = sha256(verifierOf(poolId, userId, password, known.salt).verifier)
  return timingSafeEqual(given, sha256(known.verifier))
}

const bytesOf = (number: bigint) => Buffer.from(signSafeHex(number), 'hex')
const numberOf = (hex: string) => BigInt(`0x${hex}`)
const modulo = (number: bigint) => ((number % N) + N) % N

const k = toNumber(sha256(bytesOf(N), bytesOf(g)))

/** Whether the text is a public value that a client may send: hex, and neither 0 nor N or beyond. */
export function isPublicValue(hex: string): boolean {
  if (!/^[0-9a-f]{1,770}$/i.test(hex)) return false
  const value = numberOf(hex)
  return value > 1n && value < N - 1n
}

/** The server's public value (SRP's B), hex. @param secret the server's secret of this sign-in (b), hex. */
export function publicValueOf(verifier: string, secret: string): string {
  return modulo(k * numberOf(verifier) + powerOfG(numberOf(secret))).toString(16)
}

export interface SrpExchange {
  /** All in hex. */
  clientValue: string
  serverValue: string
  serverSecret: string
  verifier: string
}

/**
 * The key that a client with the right password has found as well: 16 bytes, hex.
 * @throws {Error} where the client's value is not of the group.
 */
export function exchangedKey({ clientValue, serverValue, serverSecret, verifier }: SrpExchange): string {
  const scrambler = toNumber(sha256(bytesOf(numberOf(clientValue)), bytesOf(numberOf(serverValue))))
  const base = modulo(numberOf(clientValue) * power(numberOf(verifier), scrambler))
  const shared = power(base, numberOf(serverSecret))
  const key = hkdfSync('sha256', createSecretKey(bytesOf(shared)), bytesOf(scrambler), 'Caldera Derived Key', 16)
  return Buffer.from(key).toString('hex')
}

/** A verifier that belongs to no password, of the same kind as others. @param seed hex; the same seed gives the same. */
export function verifierOfNobody(seed: string): string {
  const wide = Buffer.concat(Array.from({ length: 12 }, (_, i) => sha256(`${i}:${seed}`)))
  // A square: of the subgroup that 2 generates, as every verifier is.
  const root = toNumber(wide)
  return signSafeHex(modulo(root * root))
}

/** The proof that the holder of the key gives (PASSWORD_CLAIM_SIGNATURE). */
export function claimSignature(
  key: string,
  poolId: string,
  userId: string,
  secretBlock: Buffer,
  timestamp: string,
): Buffer {
  return createHmac('sha256', createSecretKey(key, 'hex'))
    .update(`${poolNameOf(poolId)}${userId}`)
    .update(secretBlock)
    .update(timestamp)
    .digest()
}
