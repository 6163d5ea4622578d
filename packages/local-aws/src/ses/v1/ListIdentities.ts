import { sesIdentities } from '../collections.ts'
import { kindOf } from '../identities.ts'
import { readPage } from '../paging.ts'
import type { V1Operation } from '../parts.ts'
import { invalidValue } from '../refusals.ts'

const KINDS: Readonly<Record<string, string>> = { EmailAddress: 'EMAIL_ADDRESS', Domain: 'DOMAIN' }

/** A page may hold fewer than it could: those of the other kind are left out. */
export const ListIdentities: V1Operation<'ListIdentities'> = (ses) => async (call, input) => {
  const page = { size: input.MaxItems, token: input.NextToken, usual: 1000, most: 1000, orderBy: 'identity' }
  const { docs, next } = await readPage(ses.store, sesIdentities, call, page, invalidValue)
  const wanted = input.IdentityType && KINDS[input.IdentityType]
  const names = docs.map(({ identity }) => identity)
  return {
    Identities: names.filter((identity) => wanted === undefined || kindOf(identity) === wanted),
    ...(next !== undefined && { NextToken: next }),
  }
}
