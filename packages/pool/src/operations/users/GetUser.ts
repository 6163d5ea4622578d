import { mfaMembers } from '../../mfa/factors.ts'
import { asUser } from '../../operation.ts'
import { attributeList } from '../../users/attribute-list.ts'
import { readableAttributes } from '../../users/readable-attributes.ts'

/** The signed-in user's own attributes, as far as the app client may read them. */
export const GetUser = asUser('GetUser', async ({ client, found }) => ({
  Username: found.user.username,
  UserAttributes: readableAttributes(client, attributeList(found.user)),
  ...mfaMembers(found.user),
}))
