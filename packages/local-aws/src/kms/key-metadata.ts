import type { KeyMetadata } from '@herald/protocol/kms'
import { keyArn } from './arns.ts'
import type { KeyDoc } from './collections.ts'
import { algorithmsOf } from './key-specs.ts'

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
    MultiRegion: false,
    ...(key.materialId === null || key.keySpec !== 'SYMMETRIC_DEFAULT' || key.state === 'PendingImport'
      ? {}
      : { CurrentKeyMaterialId: key.materialId }),
  }
}

/** Imported material says whether it expires, as long as it is there. */
function expiry(key: KeyDoc): Partial<KeyMetadata> {
  if (!key.imported || key.state === 'PendingImport') return {}
  const { validTo } = key.imported
  return validTo === null
    ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
    : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: new Date(validTo) }
}
