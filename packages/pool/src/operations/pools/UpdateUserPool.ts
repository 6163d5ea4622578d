import type { UpdateUserPoolRequest } from '@herald/protocol/cognito-idp'
import { errors } from '../../errors.ts'
import { asAdmin, type PoolScope } from '../../operation.ts'
import { checkSettings } from '../../pools/check-settings.ts'
import { newSettings } from '../../pools/new-settings.ts'
import type { PoolSettings } from '../../pools/pool.ts'
import { poolRefusals } from '../../pools/pool-refusals.ts'
import { grantSenderKey, revokeSenderKey, type SenderGrant, senderKey } from '../../pools/sender-grant.ts'
import { pools } from '../../storage/collections.ts'

/**
 * Replaces a pool's settings: what is left out returns to its default (see pools/setting-defaults.ts). A grant on the
 * senders' key is made first where there is none on that key, and taken back once no sender needs it.
 */
export const UpdateUserPool = asAdmin('UpdateUserPool', async (scope, input) => {
  const { context, call, pool } = scope
  const settings = newSettings(input)
  checkSettings({ ...pool, settings }, input)
  const keyArn = senderKey(settings)
  const made =
    keyArn && pool.senderGrant?.keyArn !== keyArn ? await grantSenderKey(context, call, pool, keyArn) : undefined
  const done = await replace(scope, input, settings, made).catch(async (error: unknown) => {
    await revokeSenderKey(context, call, pool, made)
    throw error
  })
  await revokeSenderKey(context, call, pool, done.unneeded)
  return {}
})

async function replace(
  { context, pool }: PoolScope,
  input: UpdateUserPoolRequest,
  settings: PoolSettings,
  made: SenderGrant | undefined,
): Promise<{ unneeded: SenderGrant | undefined }> {
  const keyArn = senderKey(settings)
  return context.store.transaction(async (tx) => {
    const found = await tx.get(pools, [pool.id])
    if (!found) throw errors.poolNotFound(pool.id)
    const { senderGrant: before, ...current } = found
    const demanded = found.settings.MfaConfiguration === 'ON'
    if (settings.MfaConfiguration === 'ON' && !demanded) throw poolRefusals.mfaTurnedOnByUpdate()
    // Another update may have set, changed or dropped the senders since; its grant on this key serves as well.
    const kept = before?.keyArn === keyArn ? before : made
    if (keyArn && !kept) throw poolRefusals.changedMeanwhile()
    tx.put(pools, [pool.id], {
      ...current,
      name: input.PoolName ?? current.name,
      modifiedAt: context.environment.clock.now(),
      settings,
      ...(keyArn && kept ? { senderGrant: kept } : {}),
    })
    return { unneeded: kept === before && keyArn ? made : before }
  })
}
