/** In an entry of its own: telling the types of numbers apart takes the whole of libphonenumber's plans, 60 KB more. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { phoneOf } from './recipient.ts'
import type { Rule } from './rule.ts'

/** Types of numbers, as libphonenumber has them; `SATELLITE` are the networks of +870 and +881. */
export const numberTypeNames = [
  'MOBILE',
  'FIXED_LINE',
  'FIXED_LINE_OR_MOBILE',
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'VOIP',
  'PERSONAL_NUMBER',
  'PAGER',
  'UAN',
  'VOICEMAIL',
  'SATELLITE',
] as const

export type NumberTypeName = (typeof numberTypeNames)[number]

const satellites = ['870', '881']

/**
 * Denies numbers of some types; default: premium, shared-cost, toll-free, VoIP, personal, pager, company and voice-mail numbers,
 * and satellite phones. E-mail passes, and so does a number whose type the plans do not tell: `validNumbers()` is for those.
 * @throws {TypeError} for a type that does not exist.
 */
export function numberTypes({ deny = usuallyDenied }: { deny?: readonly NumberTypeName[] } = {}): Rule {
  for (const type of deny) {
    if (!numberTypeNames.includes(type)) {
      throw new TypeError(`"${type}" is no type of number; there are: ${numberTypeNames.join(', ')}.`)
    }
  }
  return {
    name: 'numberTypes',
    needsStore: false,
    check(message) {
      const phone = phoneOf(message)
      const type = phone === undefined ? undefined : typeOf(phone)
      return type !== undefined && deny.includes(type) ? { deny: `number type ${type}` } : 'allow'
    },
  }
}

const usuallyAllowed: readonly NumberTypeName[] = ['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE']
const usuallyDenied = numberTypeNames.filter((type) => !usuallyAllowed.includes(type))

function typeOf(phone: string): NumberTypeName | undefined {
  const parsed = parsePhoneNumberFromString(phone)
  if (parsed && satellites.includes(parsed.countryCallingCode)) return 'SATELLITE'
  return parsed?.getType()
}
