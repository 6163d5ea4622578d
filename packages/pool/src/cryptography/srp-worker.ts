import type { SrpVerifier } from './cryptography.ts'
import { exchangedKey, isPasswordOf, publicValueOf, type SrpExchange, verifierOf } from './srp.ts'
import { workOnJobs } from './worker-jobs.ts'

/** What this worker computes, and what comes of it. */
export type SrpTask =
  | { kind: 'make-verifier'; poolId: string; userId: string; password: string; salt: string }
  | { kind: 'check-password'; poolId: string; userId: string; password: string; verifier: SrpVerifier }
  | { kind: 'public-value'; verifier: string; secret: string }
  | { kind: 'exchanged-key'; exchange: SrpExchange }
export type SrpResult = SrpVerifier | boolean | string

workOnJobs((task: SrpTask): SrpResult => {
  switch (task.kind) {
    case 'make-verifier':
      return verifierOf(task.poolId, task.userId, task.password, task.salt)
    case 'check-password':
      return isPasswordOf(task.poolId, task.userId, task.password, task.verifier)
    case 'public-value':
      return publicValueOf(task.verifier, task.secret)
    case 'exchanged-key':
      return exchangedKey(task.exchange)
  }
})
