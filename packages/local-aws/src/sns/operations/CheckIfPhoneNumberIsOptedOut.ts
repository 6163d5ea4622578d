import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/sns'
import { checkPhoneNumber } from '../phone-number.ts'

type Input = Operations['CheckIfPhoneNumberIsOptedOut']['input']
type Output = Operations['CheckIfPhoneNumberIsOptedOut']['output']

/** Nobody can answer STOP to the inbox, so no number has opted out. */
export const CheckIfPhoneNumberIsOptedOut: Operation<Input, Output> = async (_call, input) => {
  checkPhoneNumber(input.phoneNumber)
  return { isOptedOut: false }
}
