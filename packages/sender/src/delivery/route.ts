import type { Message } from '../message.ts'
import type { Provider } from '../provider.ts'
import { composite } from './composite.ts'
import { deliver } from './in-turn.ts'

/**
 * Chooses a provider for each message.
 * @param pick names a row of the table. What has no row goes to the row `default`; without that, it is not delivered,
 *   which counts as the account's fault, so that a `failover` around goes on.
 * @throws {TypeError} for an empty table.
 */
export function route(pick: (message: Message) => string, table: Readonly<Record<string, Provider>>): Provider {
  return routeBy((message) => pick(message), table)
}

/** @param pick may also look at the address or number, which after a look-up or a change of channel is not `message.to`. */
export function routeBy(
  pick: (message: Message, to: string) => string | undefined,
  table: Readonly<Record<string, Provider>>,
): Provider {
  const rows = new Map(Object.entries(table))
  const parts = [...new Set(rows.values())]
  if (parts.length === 0) throw new TypeError('route needs a provider')
  return composite(parts.map(({ name }) => name).join(' | '), parts, async (to, body, message, delivery) => {
    let row: string | undefined
    try {
      row = pick(message, to)
    } catch {
      return { status: 'drop', reason: 'the function that picks the route threw', account: true }
    }
    const provider = rows.get(row ?? 'default') ?? rows.get('default')
    if (provider) return deliver(provider, to, body, message, delivery)
    return { status: 'drop', reason: 'no provider stands for the route that was picked', account: true }
  })
}
