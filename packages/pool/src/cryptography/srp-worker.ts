import type { SrpVerifier } from './cryptography.ts'
import { isPasswordOf, verifierOf } from './srp.ts'
import { workOnJobs } from './worker-jobs.ts'

/** What this worker computes. */
export type SrpTask =
  | { kind: 'make-verifier'; poolId: string; userId: string; password: string; salt: string }
  | { kind: 'check-password'; poolId: string; userId: string; password: string; verifier: SrpVerifier }

workOnJobs((task: SrpTask) => {
  const { poolId, userId, password } = task
  if (task.kind === 'make-verifier') return verifierOf(poolId, userId, password, task.salt)
  return isPasswordOf(poolId, userId, password, task.verifier)
})
