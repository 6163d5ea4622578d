import { mfaMembers } from '../../mfa/factors.ts'
import { asAdmin } from '../../operation.ts'
import { attributeList } from '../../users/attribute-list.ts'
import { requireUser } from '../../users/require-user.ts'

/** A user with all attributes, found by user name, alias or sub. */
export const AdminGetUser = asAdmin('AdminGetUser', async ({ context, pool }, input) => {
  const { user } = await requireUser(context.store, pool, input.Username)
  return {
    Username: user.username,
    UserAttributes: attributeList(user),
    UserCreateDate: new Date(user.createdAt),
    UserLastModifiedDate: new Date(user.modifiedAt),
    Enabled: user.enabled,
    UserStatus: user.status,
    ...mfaMembers(user),
  }
})
