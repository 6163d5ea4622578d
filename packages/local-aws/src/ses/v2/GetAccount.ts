import type { V2Operation } from '../parts.ts'
import { sendQuota } from '../quota.ts'

/** An account outside of the sandbox, in good standing. */
export const GetAccount: V2Operation<'GetAccount'> = () => async () => ({
  DedicatedIpAutoWarmupEnabled: false,
  EnforcementStatus: 'HEALTHY',
  ProductionAccessEnabled: true,
  SendQuota: sendQuota,
  SendingEnabled: true,
  SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
})
