import type { Operations } from '@herald/protocol/sesv2'
import { sesIdentities } from '../collections.ts'
import { kindOf } from '../identities.ts'
import { readPage } from '../paging.ts'
import type { V2Operation } from '../parts.ts'
import { badRequest } from '../refusals.ts'

type Filter = Operations['ListEmailIdentities']['input']['Filter']

/** A page may hold fewer than it could: those that a filter holds back are left out. */
export const ListEmailIdentities: V2Operation<'ListEmailIdentities'> = (ses) => async (call, input) => {
  // AWS documents 0 as a size, and does not say what it means: here, the usual one.
  const page = {
    size: input.PageSize || undefined,
    token: input.NextToken,
    usual: 100,
    most: 1000,
    orderBy: 'identity',
  }
  const { docs, next } = await readPage(ses.store, sesIdentities, call, page, badRequest)
  return {
    EmailIdentities: docs
      .filter(({ identity }) => isWanted(identity, input.Filter))
      .map(({ identity }) => ({
        IdentityName: identity,
        IdentityType: kindOf(identity),
        SendingEnabled: true,
        VerificationStatus: 'SUCCESS' as const,
      })),
    ...(next !== undefined && { NextToken: next }),
  }
}

function isWanted(identity: string, filter: Filter = {}): boolean {
  const { IDENTITY_NAME_CONTAINS: part, IDENTITY_TYPE: kind, VERIFICATION_STATUS: status } = filter
  if (part !== undefined && !identity.toLowerCase().includes(part.toLowerCase())) return false
  return (kind === undefined || kindOf(identity) === kind) && (status === undefined || status === 'SUCCESS')
}
