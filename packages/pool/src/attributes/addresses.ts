import type { CodePurpose } from '../codes/code.ts'
import { attributeRefusals } from './attribute-refusals.ts'

/** The attributes that messages are sent to, and codes prove. */
export type Address = 'email' | 'phone_number'

export const addresses: readonly Address[] = ['phone_number', 'email']

/** The attribute that says whether an address is proved. */
export const flagOf = (address: Address): string => `${address}_verified`

/** What the code that proves an address is for. */
export const purposeOf = (address: Address): CodePurpose => (address === 'email' ? 'VerifyEmail' : 'VerifyPhoneNumber')

/** @throws InvalidParameterException for an attribute that no code can prove. */
export function addressNamed(name: string): Address {
  const found = addresses.find((address) => address === name)
  if (!found) throw attributeRefusals.onlyAddressesCanBeVerified()
  return found
}
