import { requireClientOf } from '../../clients/require-client.ts'
import { asAdmin } from '../../operation.ts'
import { clients } from '../../storage/collections.ts'

/** Deletes an app client. Its tokens die with it: each use looks the client up. */
export const DeleteUserPoolClient = asAdmin('DeleteUserPoolClient', async ({ context, pool }, input) => {
  await context.store.transaction(async (tx) => {
    const client = await requireClientOf(tx, pool, input.ClientId)
    tx.delete(clients, [client.id])
  })
  return {}
})
