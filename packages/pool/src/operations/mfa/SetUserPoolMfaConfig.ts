import { errors } from '../../errors.ts'
import { mfaConfig, withMfaConfig } from '../../mfa/pool-config.ts'
import { asAdmin } from '../../operation.ts'
import { pools } from '../../storage/collections.ts'

/** Sets whether a pool takes second factors, demands them, or has none. */
export const SetUserPoolMfaConfig = asAdmin('SetUserPoolMfaConfig', async ({ context, pool }, input) =>
  context.store.transaction(async (tx) => {
    const found = await tx.get(pools, [pool.id])
    if (!found) throw errors.poolNotFound(pool.id)
    const changed = { ...withMfaConfig(found, input), modifiedAt: context.environment.clock.now() }
    tx.put(pools, [pool.id], changed)
    return mfaConfig(changed)
  }),
)
