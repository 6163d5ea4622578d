import { createHmac } from 'node:crypto'

/** @param algorithm `HMAC_SHA_256` and the like */
export function macOf(secret: Uint8Array, algorithm: string, message: Uint8Array): Buffer {
  return createHmac(algorithm.replace('HMAC_SHA_', 'sha'), secret).update(message).digest()
}
