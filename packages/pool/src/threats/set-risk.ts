import type { RiskLevelType } from '@herald/protocol/cognito-idp'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import { pools, risks } from '../storage/collections.ts'
import { requireUser } from '../users/require-user.ts'
import { requireProtection } from './risk-configuration.ts'

/** The risk that a user's next sign-in is assessed at. */
export interface NextRisk {
  userPoolId: string
  userName: string
  level: 'LOW' | 'MEDIUM' | 'HIGH'
}

const levels: Readonly<Record<NextRisk['level'], RiskLevelType>> = { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' }

/**
 * Sets it; a later one takes the place of one that was not used yet.
 * @throws ResourceNotFoundException | UserNotFoundException | UserPoolAddOnNotEnabledException
 */
export async function setRisk({ store }: PoolContext, { userPoolId, userName, level }: NextRisk): Promise<void> {
  await store.transaction(async (tx) => {
    const pool = await tx.get(pools, [userPoolId])
    if (!pool) throw errors.poolNotFound(userPoolId)
    requireProtection(pool)
    const { key } = await requireUser(tx, pool, userName)
    tx.put(risks, [pool.id, key], { poolId: pool.id, level: levels[level] })
  })
}
