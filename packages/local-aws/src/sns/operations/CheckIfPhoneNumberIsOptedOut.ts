import type { SnsOperation } from '../parts.ts'
import { checkPhoneNumber } from '../phone-number.ts'

/** Nobody can answer STOP to the inbox, so no number has opted out. */
export const CheckIfPhoneNumberIsOptedOut: SnsOperation<'CheckIfPhoneNumberIsOptedOut'> =
  () => async (_call, input) => {
    checkPhoneNumber(input.phoneNumber)
    return { isOptedOut: false }
  }
