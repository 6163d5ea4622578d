import type { KeySpec, KeyUsageType } from '@herald/protocol/kms'
import { requireAccount } from '../admit.ts'
import { type KeyDoc, keyOf, keys, materials } from '../collections.ts'
import { requireImportable } from '../importable.ts'
import { keyMetadata } from '../key-metadata.ts'
import { checkPolicy, defaultPolicy } from '../key-policy.ts'
import { allowsUsage } from '../key-specs.ts'
import type { Kms, KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { checkTags } from '../tags.ts'

/** Makes a key with its material, or one that waits for material to be imported. */
export const CreateKey: KmsOperation<'CreateKey'> = (kms) => async (call, input) => {
  const accountId = requireAccount(call, 'CreateKey')
  const { region } = call
  const external = input.Origin === 'EXTERNAL'
  if (!external && input.Origin !== undefined && input.Origin !== 'AWS_KMS') {
    throw refusals.unsupported(`Keys of Origin ${input.Origin} are not built yet in Herald.`)
  }
  if (input.CustomKeyStoreId !== undefined || input.XksKeyId !== undefined) {
    throw refusals.unsupported('Custom key stores are not built yet in Herald.')
  }
  if (input.MultiRegion && external) {
    throw refusals.unsupported('Multi-Region keys of imported material are not built yet in Herald.')
  }
  if (input.KeySpec !== undefined && input.CustomerMasterKeySpec !== undefined) {
    throw refusals.validation(
      'You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.',
    )
  }
  const keySpec = input.KeySpec ?? input.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT'
  const now = kms.environment.clock.now()
  const key: KeyDoc = {
    accountId,
    region,
    ...identity(kms.environment.random.uuid(), input.MultiRegion ? region : undefined),
    description: input.Description ?? '',
    keySpec,
    keyUsage: usageFor(keySpec, input.KeyUsage, region),
    tags: checkTags(input.Tags ?? []),
    policy: input.Policy ?? defaultPolicy(accountId, region),
    state: external ? 'PendingImport' : 'Enabled',
    ...(external ? { origin: 'EXTERNAL' } : {}),
    createdAt: now,
    deleteAt: null,
    materialId: null,
    grantsVersion: 0,
  }
  if (input.Policy !== undefined) checkPolicy(call, key, now, input.BypassPolicyLockoutSafetyCheck ?? false)
  if (external) requireImportable(key.keySpec)
  const material = external ? undefined : await materialFor(kms, key)
  if (material) key.materialId = material.materialId
  await kms.store.transaction((tx) => {
    tx.insert(keys, keyOf(key), key)
    if (material) tx.insert(materials, [material.materialId], material.doc)
  })
  return { KeyMetadata: keyMetadata(key) }
}

/** @param primary the region of a key that may be replicated to others */
function identity(uuid: string, primary: string | undefined): Pick<KeyDoc, 'keyId' | 'multiRegion'> {
  if (primary === undefined) return { keyId: uuid }
  return { keyId: `mrk-${uuid.replaceAll('-', '')}`, multiRegion: { primary, replicas: [] } }
}

async function materialFor(kms: Kms, key: KeyDoc) {
  if (key.keySpec === 'SYMMETRIC_DEFAULT') return kms.materials.create(key)
  const material = await kms.secrets.create(key, key.keySpec)
  if (!material) throw refusals.unsupported(`Keys of ${key.keySpec} are not built yet in Herald.`)
  return material
}

function usageFor(keySpec: KeySpec, given: KeyUsageType | undefined, region: string): KeyUsageType {
  if (keySpec === 'SM2' && !region.startsWith('cn-')) {
    throw refusals.unsupported('KeySpec SM2 is available in China Regions only.')
  }
  if (given === undefined && keySpec !== 'SYMMETRIC_DEFAULT') {
    throw refusals.validation(
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    )
  }
  const usage = given ?? 'ENCRYPT_DECRYPT'
  if (!allowsUsage(keySpec, usage)) {
    throw refusals.validation(`KeyUsage ${usage} is not compatible with KeySpec ${keySpec}`)
  }
  return usage
}
