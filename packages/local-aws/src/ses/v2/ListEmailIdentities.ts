import { sesIdentities } from '../collections.ts'
import { kindOf } from '../identities.ts'
import { readPage } from '../paging.ts'
import type { V2Operation } from '../parts.ts'
import { badRequest } from '../refusals.ts'

export const ListEmailIdentities: V2Operation<'ListEmailIdentities'> = (ses) => async (call, input) => {
  const page = { size: input.PageSize, token: input.NextToken, usual: 100, most: 1000, orderBy: 'identity' }
  const { docs, next } = await readPage(ses.store, sesIdentities, call, page, badRequest)
  return {
    EmailIdentities: docs.map(({ identity }) => ({
      IdentityName: identity,
      IdentityType: kindOf(identity),
      SendingEnabled: true,
      VerificationStatus: 'SUCCESS' as const,
    })),
    ...(next !== undefined && { NextToken: next }),
  }
}
