import { admit, admitTo, requireAccount } from '../admit.ts'
import { checkAliasPrefix } from '../alias-names.ts'
import { aliasArn } from '../arns.ts'
import { aliases } from '../collections.ts'
import { requireNotPendingDeletion } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

/** Points an alias to another key of the same kind and use; the caller needs both keys' leave (AWS documents). */
export const UpdateAlias: KmsOperation<'UpdateAlias'> = (kms) => async (call, input) => {
  const accountId = requireAccount(call, 'UpdateAlias')
  const { region } = call
  const name = input.AliasName
  checkAliasPrefix(name)
  if (input.TargetKeyId.startsWith('alias/')) throw refusals.validation('Aliases must refer to keys. Not aliases')
  const target = await admit(kms, call, input.TargetKeyId, { action: 'UpdateAlias' })
  requireNotPendingDeletion(target)
  const found = await kms.store.get(aliases, [accountId, region, name])
  if (!found) throw refusals.noSuchAlias(aliasArn(accountId, region, name))
  const current = await admitTo(kms, call, { accountId, region, keyId: found.targetKeyId }, { action: 'UpdateAlias' })
  const bothSymmetric = (current.keySpec === 'SYMMETRIC_DEFAULT') === (target.keySpec === 'SYMMETRIC_DEFAULT')
  if (current.keyUsage !== target.keyUsage || !bothSymmetric) {
    throw refusals.validation(`Alias ${name} can only be changed to a key of the same type and key usage.`)
  }
  await kms.store.transaction(async (tx) => {
    const alias = await tx.get(aliases, [accountId, region, name])
    if (!alias) throw refusals.noSuchAlias(aliasArn(accountId, region, name))
    const updatedAt = kms.environment.clock.now()
    tx.put(aliases, [accountId, region, name], { ...alias, targetKeyId: target.keyId, updatedAt })
  })
  return {}
}
