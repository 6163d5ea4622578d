import { errors } from '../errors.ts'
import type { Address } from './addresses.ts'

const { invalidParameter } = errors

/** The sentences that a change of attributes is refused with. Observed on live pools unless a line says otherwise. */
export const attributeRefusals = {
  cannotBeUpdated: (name: string) => invalidParameter(`user.${name}: Attribute cannot be updated.\n`),
  requiredCannotBeDeleted: (name: string) => invalidParameter(`user.${name}: Required attribute cannot be deleted.\n`),
  onlyAddressesCanBeVerified: () =>
    invalidParameter('Invalid attribute name. Only phone_number and email can be verified.'),
  noAddress: (address: Address) =>
    invalidParameter(
      address === 'email'
        ? 'User does not have a valid registered email address'
        : 'User does not have a valid registered phone number',
    ),
  /** Seen in reimplementations only. */
  nothingToVerify: (address: Address) =>
    invalidParameter(
      address === 'email'
        ? 'Email is required to verify/un-verify an email'
        : 'Phone Number is required to verify/un-verify a phone number',
    ),
} as const
