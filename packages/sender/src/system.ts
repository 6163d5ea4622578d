import { randomBytes } from 'node:crypto'

/** The machine's time and chance, where the caller gives none: the package runs in the user's own function. */
export const system = {
  /** Milliseconds since 1970. */
  now: (): number => Date.now(),
  bytes: (count: number): Buffer => randomBytes(count),
}
