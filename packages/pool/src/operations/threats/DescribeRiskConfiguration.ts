import { requireClientOf } from '../../clients/require-client.ts'
import { asAdmin } from '../../operation.ts'
import { riskConfigurations } from '../../storage/collections.ts'
import { describedRisk, requireProtection, WHOLE_POOL } from '../../threats/risk-configuration.ts'

/** Answers how a pool, or one of its clients, answers risks; of a client only what was set for itself. */
export const DescribeRiskConfiguration = asAdmin('DescribeRiskConfiguration', async ({ context, pool }, input) => {
  requireProtection(pool)
  if (input.ClientId !== undefined) await requireClientOf(context.store, pool, input.ClientId)
  const doc = await context.store.get(riskConfigurations, [pool.id, input.ClientId ?? WHOLE_POOL])
  return { RiskConfiguration: describedRisk(pool.id, input.ClientId, doc) }
})
