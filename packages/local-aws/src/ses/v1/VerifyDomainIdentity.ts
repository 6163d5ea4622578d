import { addIdentity, checkIdentity, kindOf, verificationToken } from '../identities.ts'
import type { V1Operation } from '../parts.ts'
import { invalidValue } from '../refusals.ts'

export const VerifyDomainIdentity: V1Operation<'VerifyDomainIdentity'> = (ses) => async (call, input) => {
  if (kindOf(input.Domain) !== 'DOMAIN') throw invalidValue(`Invalid domain name ${input.Domain.slice(0, 253)}.`)
  checkIdentity(input.Domain, invalidValue)
  await addIdentity(ses, call, input.Domain)
  return { VerificationToken: verificationToken(input.Domain) }
}
