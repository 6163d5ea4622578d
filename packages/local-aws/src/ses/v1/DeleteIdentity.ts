import { sesIdentities } from '../collections.ts'
import { identityKey } from '../identities.ts'
import type { V1Operation } from '../parts.ts'

/** AWS documents no error: an identity that is not there is as good as deleted. */
export const DeleteIdentity: V1Operation<'DeleteIdentity'> = (ses) => async (call, input) => {
  await ses.store.transaction((tx) => tx.delete(sesIdentities, identityKey(call, input.Identity)))
  return {}
}
