import { invalidParameter } from './refusals.ts'

/** E.164 with the plus sign, as AWS documents it; the shortest numbers in use have seven digits. */
const E164 = /^\+[1-9]\d{6,14}$/

export const isPhoneNumber = (text: string) => E164.test(text)

/** @throws {ServiceError} with the sentence that SNS answers with, as observed by its users. */
export function checkPhoneNumber(phoneNumber: string): void {
  if (!isPhoneNumber(phoneNumber))
    throw invalidParameter(`PhoneNumber Reason: ${phoneNumber.slice(0, 40)} is not valid to publish to`)
}
