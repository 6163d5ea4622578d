import { requireClientOf } from '../../clients/require-client.ts'
import { asAdmin } from '../../operation.ts'
import { riskConfigurations } from '../../storage/collections.ts'
import {
  checkRiskConfiguration,
  describedRisk,
  requireProtection,
  WHOLE_POOL,
} from '../../threats/risk-configuration.ts'

/** Sets how a pool, or one of its clients, answers risks; with nothing but ids it goes back to the defaults, as AWS documents. */
export const SetRiskConfiguration = asAdmin('SetRiskConfiguration', async ({ context, pool }, input) => {
  requireProtection(pool)
  const { UserPoolId: _pool, ClientId, ...settings } = input
  if (ClientId !== undefined) await requireClientOf(context.store, pool, ClientId)
  checkRiskConfiguration(input)
  const key = [pool.id, ClientId ?? WHOLE_POOL]
  const doc = { poolId: pool.id, settings, modifiedAt: context.environment.clock.now() }
  const reset = Object.keys(settings).length === 0
  await context.store.transaction((tx) =>
    reset ? tx.delete(riskConfigurations, key) : tx.put(riskConfigurations, key, doc),
  )
  return { RiskConfiguration: describedRisk(pool.id, ClientId, reset ? undefined : doc) }
})
