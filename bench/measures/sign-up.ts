import { load, type Rate } from '../load.ts'
import type { Place } from '../place.ts'

/** A burst of sign-ups, what was delivered meanwhile, and how quickly the rest drains afterwards. */
export async function signUpBurst(
  place: Place,
  clients: number,
  milliseconds: number,
  name: string,
): Promise<{ accepted: Rate; meanwhile: number; drain: number }> {
  const before = place.reports.count()
  const accepted = await load(clients, milliseconds, (index) => place.signUp(`${name}-${index}`))
  const meanwhile = place.reports.count() - before
  const begin = performance.now()
  const left = accepted.count - meanwhile
  await place.drained()
  return { accepted, meanwhile, drain: left > 0 ? (left * 1000) / (performance.now() - begin) : 0 }
}

/**
 * Sign-ups one after another by `clients` at once, each of whom waits until the code is in the handler: what Herald can keep up
 * with, and how long a code is on its way after the sign-up was answered.
 */
export async function codesInHandler(
  place: Place,
  clients: number,
  milliseconds: number,
  name: string,
  clientId = place.clientId,
): Promise<{ rate: Rate; waits: number[] }> {
  const waits: number[] = []
  const rate = await load(clients, milliseconds, async (index) => {
    const user = `${name}-${index}`
    await place.signUp(user, clientId)
    const answered = performance.now()
    waits.push(Math.max(0, (await place.reports.of(user)) - answered))
  })
  return { rate, waits }
}
