export { createUserPools, type PoolOptions, type UserPools } from './service.ts'
export { awsLimits, type PoolLimits } from './settings.ts'
export { poolCollections } from './storage/collections.ts'
export type { NextRisk } from './threats/set-risk.ts'
