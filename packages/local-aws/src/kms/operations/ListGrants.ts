import { admit } from '../admit.ts'
import { grantKeyOf, grants, keyColumn } from '../collections.ts'
import { grantEntry } from '../grant-entry.ts'
import { pageEnd, readPage } from '../paging.ts'
import type { KmsOperation } from '../parts.ts'

/** Lists a key's grants: all, one, or those of a grantee. */
export const ListGrants: KmsOperation<'ListGrants'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, { action: 'ListGrants', otherAccounts: true })
  const grantee = input.GranteePrincipal ?? input.GranteeServicePrincipal
  if (input.GrantId !== undefined) {
    const grant = await kms.store.get(grants, grantKeyOf(key, input.GrantId))
    const wanted = grant && (grantee === undefined || grant.grantee === grantee)
    return { Grants: wanted ? [grantEntry(grant)] : [], Truncated: false }
  }
  const where = [{ column: 'keyRef', equals: keyColumn(key) }]
  if (grantee !== undefined) where.push({ column: 'grantee', equals: grantee })
  const page = await readPage(kms.store, grants, where, input, { usual: 50, most: 100 })
  return { Grants: page.docs.map(grantEntry), ...pageEnd(page) }
}
