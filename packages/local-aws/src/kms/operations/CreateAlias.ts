import { admit, requireAccount } from '../admit.ts'
import { checkAliasName } from '../alias-names.ts'
import { aliasArn, keyArn } from '../arns.ts'
import { aliases, keyOf, keys } from '../collections.ts'
import { requireNotPendingDeletion } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

export const CreateAlias: KmsOperation<'CreateAlias'> = (kms) => async (call, input) => {
  const accountId = requireAccount(call, 'CreateAlias')
  const { region } = call
  const name = input.AliasName
  checkAliasName(name)
  if (input.TargetKeyId.startsWith('alias/')) throw refusals.validation('Aliases must refer to keys. Not aliases')
  const ref = await admit(kms, call, input.TargetKeyId, { action: 'CreateAlias' })
  await kms.store.transaction(async (tx) => {
    const key = await tx.get(keys, keyOf(ref))
    if (!key) throw refusals.noSuchKey(keyArn(ref))
    requireNotPendingDeletion(key)
    if (await tx.get(aliases, [accountId, region, name])) throw refusals.aliasExists(aliasArn(accountId, region, name))
    const now = kms.environment.clock.now()
    const alias = { accountId, region, name, targetKeyId: key.keyId, createdAt: now, updatedAt: now }
    tx.insert(aliases, [accountId, region, name], alias)
  })
  return {}
}
