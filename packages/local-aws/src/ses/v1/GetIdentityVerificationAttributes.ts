import type { IdentityVerificationAttributes } from '@herald/protocol/ses'
import { sesIdentities } from '../collections.ts'
import { identityKey, kindOf, verificationToken } from '../identities.ts'
import type { V1Operation } from '../parts.ts'

/** Identities that were never set up are left out, as AWS documents it. */
export const GetIdentityVerificationAttributes: V1Operation<'GetIdentityVerificationAttributes'> =
  (ses) => async (call, input) => {
    const found = new Map<string, IdentityVerificationAttributes>()
    for (const identity of input.Identities.slice(0, 100)) {
      if (!(await ses.store.get(sesIdentities, identityKey(call, identity)))) continue
      const token = kindOf(identity) === 'DOMAIN' ? { VerificationToken: verificationToken(identity) } : {}
      found.set(identity, { VerificationStatus: 'Success', ...token })
    }
    return { VerificationAttributes: Object.fromEntries(found) }
  }
