import { load } from '../load.ts'
import { type Place, password } from '../place.ts'

const SAMPLE_MILLISECONDS = 5_000

/** Megabytes. */
export interface MemoryAt {
  /** The least of the samples under load, in a fifth of the whole time. */
  least: number
  /** Once the load had ended and the garbage was collected. */
  kept: number
}

/** Everything at once for a while, in two parts; memory in the second fifth and after it, and in the last fifth and after it. */
export async function memoryOverTime(
  place: Place,
  clients: number,
  milliseconds: number,
  name: string,
): Promise<{ early: MemoryAt; late: MemoryAt; calls: number }> {
  const fifth = milliseconds / 5
  const first = await watched(place, clients, fifth * 2, `${name}-early`)
  const early = { least: leastOfLast(first.samples, 1 / 2), kept: await place.herald.kept() }
  const second = await watched(place, clients, fifth * 3, `${name}-late`)
  const late = { least: leastOfLast(second.samples, 1 / 3), kept: await place.herald.kept() }
  return { early, late, calls: first.calls + second.calls }
}

function leastOfLast(samples: readonly number[], part: number): number {
  return Math.min(...samples.slice(-Math.max(1, Math.floor(samples.length * part))))
}

async function watched(place: Place, clients: number, milliseconds: number, name: string) {
  const samples = [place.herald.memory()]
  const timer = setInterval(() => samples.push(place.herald.memory()), Math.min(SAMPLE_MILLISECONDS, milliseconds / 20))
  const { count } = await load(clients, milliseconds, async (index) => {
    const user = `${name}-${index}`
    if (index % 8 === 0) {
      await place.signUp(user)
      await place.reports.of(user)
      return
    }
    if (index % 2 === 0) await place.caller.call('AdminGetUser', { UserPoolId: place.userPoolId, Username: 'reader' })
    else
      await place.caller.call('InitiateAuth', {
        ClientId: place.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'reader', PASSWORD: password },
      })
  })
  clearInterval(timer)
  return { samples, calls: count }
}
