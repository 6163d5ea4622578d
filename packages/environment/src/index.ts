/** Time and chance: the only places Herald takes them from. */
export type { Alarm, Clock } from './clock.ts'
export { createClock } from './clock.ts'
export type { Randomness } from './randomness.ts'
export { systemRandomness } from './randomness.ts'

import { type Clock, createClock } from './clock.ts'
import { type Randomness, systemRandomness } from './randomness.ts'

export interface Environment {
  readonly clock: Clock
  readonly random: Randomness
}

/** The machine's own time and chance. */
export function systemEnvironment(): Environment {
  return { clock: createClock(), random: systemRandomness }
}
