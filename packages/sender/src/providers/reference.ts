import { createHash } from 'node:crypto'

/**
 * The idempotency key as a service's reference of its caller's. One that is too long is told by its SHA-256, and not cut, so
 * that no two keys become one.
 * @param longest characters that the service takes, at least 43.
 */
export const referenceOf = (key: string, longest: number): string =>
  key.length <= longest ? key : createHash('sha256').update(key).digest('base64url')
