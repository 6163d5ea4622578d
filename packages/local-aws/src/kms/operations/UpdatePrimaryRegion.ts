import { admit, admitTo } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { keyOf, keys } from '../collections.ts'
import { requireEnabled } from '../key-state.ts'
import { keyToChange } from '../key-to-change.ts'
import { inRegion, putShared, requirePrimary } from '../multi-region.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

/** Makes a replica the primary key, and the primary key a replica. It needs the permission on both (AWS documents). */
export const UpdatePrimaryRegion: KmsOperation<'UpdatePrimaryRegion'> = (kms) => async (call, input) => {
  const { PrimaryRegion: primary } = input
  const admission = { action: 'UpdatePrimaryRegion', conditions: { 'kms:PrimaryRegion': primary } }
  const ref = await admit(kms, call, input.KeyId, admission)
  requirePrimary(ref)
  const target = inRegion(ref, primary)
  await admitTo(kms, call, target, admission)
  await kms.store.transaction(async (tx) => {
    const [former, next] = [await tx.get(keys, keyOf(ref)), await keyToChange(tx, target)]
    if (!former || !next) throw refusals.noSuchKey(keyArn(target))
    const { replicas } = requirePrimary(former)
    requireEnabled(former)
    requireEnabled(next)
    if (former.region === next.region) return
    const others = replicas.filter((region) => region !== primary)
    next.multiRegion = { primary, replicas: [...others, former.region] }
    await putShared(tx, next)
  })
  return {}
}
