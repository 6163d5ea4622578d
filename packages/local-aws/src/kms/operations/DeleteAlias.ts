import { admitTo, requireAccount } from '../admit.ts'
import { checkAliasPrefix } from '../alias-names.ts'
import { aliasArn } from '../arns.ts'
import { aliases } from '../collections.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

export const DeleteAlias: KmsOperation<'DeleteAlias'> = (kms) => async (call, input) => {
  const accountId = requireAccount(call, 'DeleteAlias')
  const { region } = call
  const key = [accountId, region, input.AliasName]
  checkAliasPrefix(input.AliasName)
  const alias = await kms.store.get(aliases, key)
  if (!alias) throw refusals.noSuchAlias(aliasArn(accountId, region, input.AliasName))
  await admitTo(kms, call, { accountId, region, keyId: alias.targetKeyId }, { action: 'DeleteAlias' })
  await kms.store.transaction((tx) => tx.delete(aliases, key))
  return {}
}
