import { requireAccount } from '../admit.ts'
import { grants, scope } from '../collections.ts'
import { grantEntry } from '../grant-entry.ts'
import { pageEnd, readPage } from '../paging.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

/** Lists the grants of the account's keys in the region that a principal may retire. */
export const ListRetirableGrants: KmsOperation<'ListRetirableGrants'> = (kms) => async (call, input) => {
  const accountId = requireAccount(call, 'ListRetirableGrants')
  const retiring = input.RetiringPrincipal ?? input.RetiringServicePrincipal
  if (retiring === undefined) throw refusals.validation('You must specify a RetiringPrincipal.')
  const where = [
    { column: 'scope', equals: scope(accountId, call.region) },
    { column: 'retiring', equals: retiring },
  ]
  const page = await readPage(kms.store, grants, where, input, { usual: 50, most: 100 })
  return { Grants: page.docs.map(grantEntry), ...pageEnd(page) }
}
