import { ServiceError } from '@herald/protocol'
import { dkimAttributes } from '../dkim-attributes.ts'
import { addIdentity, checkIdentity, kindOf } from '../identities.ts'
import type { V2Operation } from '../parts.ts'
import { badRequest } from '../refusals.ts'

export const CreateEmailIdentity: V2Operation<'CreateEmailIdentity'> = (ses) => async (call, input) => {
  const identity = input.EmailIdentity
  checkIdentity(identity, badRequest)
  if (!(await addIdentity(ses, call, identity)))
    throw new ServiceError('AlreadyExistsException', `Email identity ${identity} already exist.`)
  return {
    IdentityType: kindOf(identity),
    VerifiedForSendingStatus: true,
    DkimAttributes: dkimAttributes(identity),
  }
}
