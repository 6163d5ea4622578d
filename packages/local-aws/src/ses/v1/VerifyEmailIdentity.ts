import { bareAddress } from '../addresses.ts'
import { addIdentity } from '../identities.ts'
import type { V1Operation } from '../parts.ts'
import { invalidValue } from '../refusals.ts'

/** No mail asks for a click: the address counts as verified at once. */
export const VerifyEmailIdentity: V1Operation<'VerifyEmailIdentity'> = (ses) => async (call, input) => {
  await addIdentity(ses, call, bareAddress(input.EmailAddress, invalidValue))
  return {}
}
