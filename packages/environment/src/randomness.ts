import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** Cryptographically secure chance; a test may give its own. */
export interface Randomness {
  bytes(length: number): Buffer
  /** A whole number from 0 up to but not including `below`, without bias. */
  integer(below: number): number
  uuid(): string
}

export const systemRandomness: Randomness = {
  bytes: (length) => randomBytes(length),
  integer: (below) => randomInt(below),
  uuid: () => randomUUID(),
}
