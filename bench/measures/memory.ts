import { load } from '../load.ts'
import { type Place, password } from '../place.ts'

const SAMPLE_MILLISECONDS = 5_000

/** Everything at once for a while; memory early, once all is warm, and at the end, in megabytes: the least of the samples of a fifth each. */
export async function memoryOverTime(
  place: Place,
  clients: number,
  milliseconds: number,
  name: string,
): Promise<{ early: number; late: number; calls: number }> {
  const samples: number[] = []
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
  const fifth = Math.max(1, Math.floor(samples.length / 5))
  const least = (part: number[]) => Math.min(...part)
  return { early: least(samples.slice(fifth, fifth * 2)), late: least(samples.slice(-fifth)), calls: count }
}
