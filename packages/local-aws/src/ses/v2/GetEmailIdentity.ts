import { sesIdentities } from '../collections.ts'
import { dkimAttributes } from '../dkim-attributes.ts'
import { identityKey, kindOf } from '../identities.ts'
import type { V2Operation } from '../parts.ts'
import { noSuchIdentity } from '../refusals.ts'

export const GetEmailIdentity: V2Operation<'GetEmailIdentity'> = (ses) => async (call, input) => {
  const found = await ses.store.get(sesIdentities, identityKey(call, input.EmailIdentity))
  if (!found) throw noSuchIdentity(input.EmailIdentity)
  return {
    IdentityType: kindOf(found.identity),
    FeedbackForwardingStatus: true,
    VerifiedForSendingStatus: true,
    VerificationStatus: 'SUCCESS',
    DkimAttributes: dkimAttributes(found.identity),
    Policies: {},
    Tags: [],
  }
}
