import { checkClientSettings } from '../../clients/check-client-settings.ts'
import { describedClient } from '../../clients/described.ts'
import { newClientSettings } from '../../clients/new-client-settings.ts'
import { requireClientOf } from '../../clients/require-client.ts'
import { asAdmin } from '../../operation.ts'
import { clients } from '../../storage/collections.ts'

/** Replaces an app client's settings: what is left out returns to its default. Its name (assumed) and its secret stay. */
export const UpdateUserPoolClient = asAdmin('UpdateUserPoolClient', async ({ context, pool }, input) => {
  const updated = await context.store.transaction(async (tx) => {
    const client = await requireClientOf(tx, pool, input.ClientId)
    const settings = newClientSettings(input.ClientName ?? client.settings.ClientName ?? '', input)
    checkClientSettings(pool, settings, { hasSecret: client.sealedSecret !== undefined, doing: 'updating' })
    const changed = { ...client, settings, modifiedAt: context.environment.clock.now() }
    tx.put(clients, [client.id], changed)
    return changed
  })
  return { UserPoolClient: describedClient(context.vault, updated) }
})
