import { sesIdentities } from '../collections.ts'
import { identityKey } from '../identities.ts'
import type { V2Operation } from '../parts.ts'
import { noSuchIdentity } from '../refusals.ts'

export const DeleteEmailIdentity: V2Operation<'DeleteEmailIdentity'> = (ses) => async (call, input) => {
  await ses.store.transaction(async (tx) => {
    const key = identityKey(call, input.EmailIdentity)
    if (!(await tx.get(sesIdentities, key))) throw noSuchIdentity(input.EmailIdentity)
    tx.delete(sesIdentities, key)
  })
  return {}
}
