import type { SnsOperation } from '../parts.ts'
import { checkPhoneNumber } from '../phone-number.ts'

/** No number has opted out, so every number is in. */
export const OptInPhoneNumber: SnsOperation<'OptInPhoneNumber'> = () => async (_call, input) => {
  checkPhoneNumber(input.phoneNumber)
  return {}
}
