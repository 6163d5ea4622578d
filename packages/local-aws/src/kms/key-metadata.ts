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
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: key.keySpec as KeyMetadata['CustomerMasterKeySpec'],
    KeySpec: key.keySpec,
    ...algorithmsOf(key.keySpec, key.keyUsage),
    MultiRegion: false,
    ...(key.materialId === null ? {} : { CurrentKeyMaterialId: key.materialId }),
  }
}
