import { createHash, timingSafeEqual } from 'node:crypto'
import type { SrpVerifier } from './cryptography.ts'
import { powerOfG, signSafeHex, toNumber } from './srp-group.ts'

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
