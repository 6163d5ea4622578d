import { admit, requireAccount } from '../admit.ts'
import { aliasArn } from '../arns.ts'
import { aliases, keyColumn, scope } from '../collections.ts'
import { pageEnd, readPage } from '../paging.ts'
import type { KmsOperation } from '../parts.ts'

/** Lists the aliases of the account in the region, or those of one key. */
export const ListAliases: KmsOperation<'ListAliases'> = (kms) => async (call, input) => {
  const accountId = requireAccount(call, 'ListAliases')
  const { region } = call
  const where =
    input.KeyId === undefined
      ? { column: 'scope', equals: scope(accountId, region) }
      : { column: 'target', equals: keyColumn(await admit(kms, call, input.KeyId, { action: 'ListAliases' })) }
  const page = await readPage(kms.store, aliases, [where], input, { usual: 50, most: 100 })
  return {
    Aliases: page.docs.map((alias) => ({
      AliasName: alias.name,
      AliasArn: aliasArn(alias.accountId, alias.region, alias.name),
      TargetKeyId: alias.targetKeyId,
      CreationDate: new Date(alias.createdAt),
      LastUpdatedDate: new Date(alias.updatedAt),
    })),
    ...pageEnd(page),
  }
}
