import type { Provider } from '../provider.ts'
import { composite } from './composite.ts'
import { deliverInTurn } from './in-turn.ts'

/**
 * Several providers as one: the first has every message, the next have it when one before could not take it.
 *
 * A message that was refused for its recipient goes no further; one that was refused for the account does. After an
 * attempt that may have been sent, an idempotent provider is asked once more with the same key, and another provider only
 * where `onUnknown` allows it. A provider that fails three times in a row is passed over for 30 seconds.
 *
 * A provider of your own around it gives `send` the context that it gets, or a copy: then each provider inside has an
 * attempt's time, within the message's. Its `webhook` finds out whose report it has.
 * @throws {TypeError} without a provider.
 */
export function failover(...providers: Provider[]): Provider {
  if (providers.length === 0) throw new TypeError('failover needs a provider')
  const name = providers.map((provider) => provider.name).join(' → ')
  return composite(name, providers, (...given) => deliverInTurn(providers, ...given))
}
