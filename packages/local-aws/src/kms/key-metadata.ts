import type { KeyMetadata } from '@herald/protocol/kms'
import { keyArn } from './arns.ts'
import type { KeyDoc } from './collections.ts'
import { expirationMembers, lacksMaterial } from './imported-material.ts'
import { algorithmsOf } from './key-specs.ts'
import { multiRegionMembers } from './multi-region.ts'
import { materialIdsOf } from './rotate.ts'

const DAY = 86_400_000

/** A key as `CreateKey` and `DescribeKey` show it. */
export function keyMetadata(key: KeyDoc): KeyMetadata {
  return {
    AWSAccountId: key.accountId,
    KeyId: key.keyId,
    Arn: keyArn(key),
    CreationDate: new Date(key.createdAt),
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: key.keyUsage,
    KeyState: key.state,
    ...(key.deleteAt === null ? {} : { DeletionDate: new Date(key.deleteAt) }),
    Origin: key.origin ?? 'AWS_KMS',
    ...expiry(key),
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: key.keySpec as KeyMetadata['CustomerMasterKeySpec'],
    KeySpec: key.keySpec,
    ...algorithmsOf(key.keySpec, key.keyUsage),
    ...multiRegionMembers(key),
    ...(key.pendingWindow === undefined ? {} : { PendingDeletionWindowInDays: key.pendingWindow / DAY }),
    ...(key.materialId === null || key.keySpec !== 'SYMMETRIC_DEFAULT' ? {} : { CurrentKeyMaterialId: key.materialId }),
  }
}

/** Keys with all their imported material say when the first of it expires (AWS documents). */
function expiry(key: KeyDoc): Partial<KeyMetadata> {
  if (key.imports === undefined || lacksMaterial(key)) return {}
  const kept = materialIdsOf(key)
  const ends = key.imports.filter((entry) => kept.includes(entry.materialId)).map((entry) => entry.validTo ?? Infinity)
  const first = Math.min(...ends)
  return expirationMembers(first === Infinity ? null : first)
}
