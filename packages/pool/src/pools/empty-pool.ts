import type { Collection } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import {
  authEvents,
  clients,
  departingPools,
  endedSignIns,
  groups,
  refreshTokens,
  riskConfigurations,
  signingKeys,
  users,
} from '../storage/collections.ts'
import { deleteUser } from '../users/delete-user.ts'
import type { PoolDoc } from './pool.ts'

/** Documents in one transaction: enough to be quick, few enough that neighbours do not wait. */
const BATCH = 50

/**
 * Removes what a deleted pool leaves: clients, users with their aliases, codes and memberships, groups, refresh tokens, ended
 * sign-ins, what threat protection kept, and signing keys. The pool itself is gone before, so nothing of this can be used any more. Sign-ins between two steps lapse within minutes.
 */
export async function emptyPool(context: PoolContext, pool: PoolDoc): Promise<void> {
  const { store } = context
  await removeAll(context, clients, pool)
  for (;;) {
    const { keys } = await store.find(users, { where: [{ column: 'pool_id', equals: pool.id }], limit: BATCH })
    if (keys.length === 0) break
    await store.transaction(async (tx) => {
      for (const key of keys) {
        const user = await tx.get(users, key)
        if (user) await deleteUser(tx, context, pool, { key: key[1] ?? '', user })
      }
    })
  }
  for (;;) {
    const ofPool = [{ column: 'user', startsWith: `${pool.id}/` }]
    const { keys } = await store.find(refreshTokens, { where: ofPool, limit: BATCH })
    if (keys.length === 0) break
    await store.transaction((tx) => {
      for (const key of keys) tx.delete(refreshTokens, key)
    })
  }
  await removeAll(context, groups, pool)
  await removeAll(context, endedSignIns, pool)
  await removeAll(context, riskConfigurations, pool)
  await removeAll(context, authEvents, pool)
  await store.transaction((tx) => {
    tx.delete(signingKeys, [pool.id])
    tx.delete(departingPools, [pool.id])
  })
}

/** Removes what a collection keeps of the pool, a bounded piece at a time. */
async function removeAll<D extends object>(
  { store }: PoolContext,
  collection: Collection<D>,
  pool: PoolDoc,
): Promise<void> {
  for (;;) {
    const { keys } = await store.find(collection, { where: [{ column: 'pool_id', equals: pool.id }], limit: BATCH })
    if (keys.length === 0) return
    await store.transaction((tx) => {
      for (const key of keys) tx.delete(collection, key)
    })
  }
}

/** Goes on with removals that an earlier run did not finish. Call once at the start. */
export async function emptyDepartingPools(context: PoolContext): Promise<void> {
  for (;;) {
    const { docs } = await context.store.find(departingPools, { limit: BATCH })
    if (docs.length === 0) return
    for (const pool of docs) await emptyPool(context, pool)
  }
}
