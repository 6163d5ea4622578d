import type { Reader } from '@herald/storage'
import { errors } from '../errors.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import { clients, pools } from '../storage/collections.ts'

/**
 * The app client of this id, and its pool.
 * @throws ResourceNotFoundException, also where the client's pool was deleted.
 */
export async function requireClient(reader: Reader, clientId: string): Promise<{ client: ClientDoc; pool: PoolDoc }> {
  const client = await reader.get(clients, [clientId])
  const pool = client && (await reader.get(pools, [client.poolId]))
  if (!client || !pool) throw errors.clientNotFound(clientId)
  return { client, pool }
}

/**
 * The app client of this id within a pool that is known already.
 * @throws ResourceNotFoundException, also for a client of another pool.
 */
export async function requireClientOf(reader: Reader, pool: PoolDoc, clientId: string): Promise<ClientDoc> {
  const client = await reader.get(clients, [clientId])
  if (client?.poolId !== pool.id) throw errors.clientNotFound(clientId)
  return client
}
