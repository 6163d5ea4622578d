import { checkClientSettings } from '../../clients/check-client-settings.ts'
import { newClientSecret, sealClientSecret } from '../../clients/client-secret.ts'
import { describedClient } from '../../clients/described.ts'
import { newClientSettings } from '../../clients/new-client-settings.ts'
import { errors } from '../../errors.ts'
import { asAdmin } from '../../operation.ts'
import type { ClientDoc } from '../../pools/pool.ts'
import { lowerCaseAlphanumerics, randomText } from '../../pools/random-text.ts'
import { clients, pools } from '../../storage/collections.ts'

/** Creates an app client; with `GenerateSecret`, or a `ClientSecret` of the caller's own, one that must prove its secret. */
export const CreateUserPoolClient = asAdmin('CreateUserPoolClient', async ({ context, pool }, input) => {
  const { vault, environment, store } = context
  const now = environment.clock.now()
  const id = randomText(environment.random, lowerCaseAlphanumerics, 26)
  const secret = input.ClientSecret ?? (input.GenerateSecret ? newClientSecret(environment.random) : undefined)
  const client: ClientDoc = {
    id,
    poolId: pool.id,
    createdAt: now,
    modifiedAt: now,
    settings: newClientSettings(input.ClientName, input),
    ...(secret === undefined ? {} : { sealedSecret: sealClientSecret(vault, id, secret) }),
  }
  checkClientSettings(pool, client.settings, { hasSecret: secret !== undefined, doing: 'creating' })
  await store.transaction(async (tx) => {
    if (!(await tx.get(pools, [pool.id]))) throw errors.poolNotFound(pool.id)
    tx.insert(clients, [id], client)
  })
  return { UserPoolClient: describedClient(vault, client) }
})
