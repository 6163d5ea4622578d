import type { SnsOperation } from '../parts.ts'
import { smsAttributes } from '../sms-settings.ts'

/** What was set; an attribute that was not is left out, as on AWS. */
export const GetSMSAttributes: SnsOperation<'GetSMSAttributes'> = (sns) => async (call, input) => {
  const all = Object.entries(await smsAttributes(sns, call))
  const wanted = input.attributes ?? []
  return { attributes: Object.fromEntries(all.filter(([name]) => wanted.length === 0 || wanted.includes(name))) }
}
