import { CancelKeyDeletion } from './CancelKeyDeletion.ts'
import { CreateAlias } from './CreateAlias.ts'
import { CreateGrant } from './CreateGrant.ts'
import { CreateKey } from './CreateKey.ts'
import { Decrypt } from './Decrypt.ts'
import { DeleteAlias } from './DeleteAlias.ts'
import { DescribeKey } from './DescribeKey.ts'
import { DisableKey } from './DisableKey.ts'
import { EnableKey } from './EnableKey.ts'
import { Encrypt } from './Encrypt.ts'
import { GenerateDataKey } from './GenerateDataKey.ts'
import { GenerateDataKeyWithoutPlaintext } from './GenerateDataKeyWithoutPlaintext.ts'
import { GetKeyPolicy } from './GetKeyPolicy.ts'
import { ListAliases } from './ListAliases.ts'
import { ListGrants } from './ListGrants.ts'
import { ListKeyPolicies } from './ListKeyPolicies.ts'
import { ListKeys } from './ListKeys.ts'
import { ListRetirableGrants } from './ListRetirableGrants.ts'
import { PutKeyPolicy } from './PutKeyPolicy.ts'
import { RetireGrant } from './RetireGrant.ts'
import { RevokeGrant } from './RevokeGrant.ts'
import { ScheduleKeyDeletion } from './ScheduleKeyDeletion.ts'
import { UpdateAlias } from './UpdateAlias.ts'

/** Every operation of KMS that is built. */
export const operations = {
  CancelKeyDeletion,
  CreateAlias,
  CreateGrant,
  CreateKey,
  Decrypt,
  DeleteAlias,
  DescribeKey,
  DisableKey,
  EnableKey,
  Encrypt,
  GenerateDataKey,
  GenerateDataKeyWithoutPlaintext,
  GetKeyPolicy,
  ListAliases,
  ListGrants,
  ListKeyPolicies,
  ListKeys,
  ListRetirableGrants,
  PutKeyPolicy,
  RetireGrant,
  RevokeGrant,
  ScheduleKeyDeletion,
  UpdateAlias,
}
