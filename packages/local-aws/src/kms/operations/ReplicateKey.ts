import { admit, requireAccount } from '../admit.ts'
import { keyArn, partition } from '../arns.ts'
import { type KeyDoc, keyOf, keys } from '../collections.ts'
import { keyMetadata } from '../key-metadata.ts'
import { checkPolicy, defaultPolicy } from '../key-policy.ts'
import { requireEnabled } from '../key-state.ts'
import { keyToChange } from '../key-to-change.ts'
import { inRegion, putShared, requirePrimary } from '../multi-region.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { checkTags } from '../tags.ts'

/** Makes the same key in another region: with its id and material, but a policy, tags and a description of its own. */
export const ReplicateKey: KmsOperation<'ReplicateKey'> = (kms) => async (call, input) => {
  const { ReplicaRegion: region } = input
  requireAccount(call, 'ReplicateKey')
  const ref = await admit(kms, call, input.KeyId, {
    action: 'ReplicateKey',
    conditions: { 'kms:ReplicaRegion': region },
  })
  if (partition(region) !== partition(ref.region)) {
    throw refusals.unsupported(
      `A key of ${ref.region} cannot be replicated to ${region}, which is in another partition.`,
    )
  }
  const now = kms.environment.clock.now()
  const policy = input.Policy ?? defaultPolicy(ref.accountId, region)
  const tags = checkTags(input.Tags ?? [])
  const replica = await kms.store.transaction(async (tx) => {
    const primary = await keyToChange(tx, ref)
    if (!primary) throw refusals.noSuchKey(keyArn(ref))
    const { replicas, ...multiRegion } = requirePrimary(primary)
    requireEnabled(primary)
    const target = inRegion(primary, region)
    if (region === primary.region || replicas.includes(region)) throw refusals.replicaExists(keyArn(target))
    primary.multiRegion = { ...multiRegion, replicas: [...replicas, region] }
    const { rotation, rotations, firstMaterialId, materialId, keySpec, keyUsage } = primary
    const made: KeyDoc = {
      ...target,
      multiRegion: primary.multiRegion,
      keySpec,
      keyUsage,
      materialId,
      ...(rotation ? { rotation } : {}),
      ...(rotations ? { rotations } : {}),
      ...(firstMaterialId === undefined ? {} : { firstMaterialId }),
      description: input.Description ?? '',
      tags,
      policy,
      state: 'Enabled',
      createdAt: now,
      deleteAt: null,
      // An earlier replica in this region may have had grants: no version of theirs comes again.
      grantsVersion: now,
    }
    if (input.Policy !== undefined) checkPolicy(call, made, now, input.BypassPolicyLockoutSafetyCheck ?? false)
    tx.put(keys, keyOf(made), made)
    await putShared(tx, primary)
    return made
  })
  return { ReplicaKeyMetadata: keyMetadata(replica), ReplicaPolicy: policy, ReplicaTags: tags }
}
