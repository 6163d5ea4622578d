import { type Rate, rateOf } from './load.ts'
import { type MachineLimit, measureMachine } from './machine-limit.ts'

/** Of each kind of cryptography, when the machine is measured between two parts. Milliseconds. */
const LOOK = 600

/**
 * Measures in parts, and the machine before, between and after them: its own speed moves, and a share of what it could do a while
 * ago says nothing.
 * @param milliseconds of all parts together
 * @param work one part; its rate
 * @returns the rate of all parts together, and the mean of the machine's limits
 */
export async function besideLimit(
  parts: number,
  milliseconds: number,
  work: (milliseconds: number, part: number) => Promise<Rate>,
): Promise<{ rate: Rate; limit: MachineLimit }> {
  const limits = [await measureMachine(LOOK)]
  const rates: Rate[] = []
  for (let part = 0; part < parts; part++) {
    rates.push(await work(milliseconds / parts, part))
    limits.push(await measureMachine(LOOK))
  }
  const mean = (of: (limit: MachineLimit) => number) =>
    limits.reduce((sum, limit) => sum + of(limit), 0) / limits.length
  const took = rates.reduce((sum, rate) => sum + rate.count / rate.perSecond, 0)
  return {
    rate: rateOf(
      rates.flatMap(({ waits }) => waits),
      took * 1000,
    ),
    limit: {
      rs256: mean((limit) => limit.rs256),
      modexp: mean((limit) => limit.modexp),
      p384: mean((limit) => limit.p384),
    },
  }
}
