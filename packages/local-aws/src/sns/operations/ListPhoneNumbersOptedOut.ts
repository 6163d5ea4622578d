import type { SnsOperation } from '../parts.ts'

/** Nobody can answer STOP to the inbox, so no number has opted out. */
export const ListPhoneNumbersOptedOut: SnsOperation<'ListPhoneNumbersOptedOut'> = () => async () => ({
  phoneNumbers: [],
})
