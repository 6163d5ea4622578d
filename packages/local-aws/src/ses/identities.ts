import { createHash } from 'node:crypto'
import type { Call } from '@herald/protocol'
import { bareAddress } from './addresses.ts'
import { type IdentityDoc, sesIdentities } from './collections.ts'
import type { Refuse, SesParts } from './parts.ts'

export type IdentityKind = 'EMAIL_ADDRESS' | 'DOMAIN'

export const kindOf = (identity: string): IdentityKind => (identity.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN')

/** Domains have no case; of an address only the domain has none. */
export function identityName(identity: string): string {
  const at = identity.lastIndexOf('@')
  return identity.slice(0, at + 1) + identity.slice(at + 1).toLowerCase()
}

export const identityKey = ({ accountId, region }: Call, identity: string) => [
  accountId,
  region,
  identityName(identity),
]

/** @throws {ServiceError} for what is neither an address nor a domain. */
export function checkIdentity(identity: string, refuse: Refuse): void {
  if (kindOf(identity) === 'EMAIL_ADDRESS') {
    if (bareAddress(identity, refuse) !== identity) throw refuse('Invalid email address.')
  } else if (!/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i.test(identity))
    throw refuse(`Invalid domain name ${identity.slice(0, 253)}.`)
}

/** Sets up a sender; one that is there stays. Nobody has to click anything: it counts as verified at once. @returns whether it is new. */
export async function addIdentity(ses: SesParts, call: Call, identity: string): Promise<boolean> {
  const key = identityKey(call, identity)
  return ses.store.transaction(async (tx) => {
    if (await tx.get(sesIdentities, key)) return false
    const { accountId, region } = call
    const doc: IdentityDoc = {
      accountId,
      region,
      identity: identityName(identity),
      createdAt: ses.environment.clock.now(),
    }
    tx.insert(sesIdentities, key, doc)
    return true
  })
}

/** What a domain's owner would put into its DNS: the same each time it is asked for. */
export function verificationToken(identity: string): string {
  return createHash('sha256')
    .update(`verification/${identityName(identity)}`)
    .digest('base64')
}

/** The three DKIM tokens of an identity. */
export function dkimTokens(identity: string): string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  return [1, 2, 3].map((n) =>
    [
      ...createHash('sha256')
        .update(`dkim/${n}/${identityName(identity)}`)
        .digest(),
    ]
      .map((byte) => letters[byte % 32])
      .join(''),
  )
}
