import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'
import { phoneOf } from './recipient.ts'
import type { Rule } from './rule.ts'

/**
 * Denies numbers that no mobile phone can have, by the numbering plans in libphonenumber. E-mail passes.
 * @param only `valid` (default) asks that the number is in a range given to mobile phones; `possible` asks for its length only,
 *   which lets landlines pass, and ranges that are newer than the installed plans.
 */
export function validNumbers({ only = 'valid' }: { only?: 'valid' | 'possible' } = {}): Rule {
  return {
    name: 'validNumbers',
    needsStore: false,
    check(message) {
      const phone = phoneOf(message)
      if (phone === undefined) return message.to?.startsWith('+') ? { deny: 'not a number' } : 'allow'
      const parsed = parsePhoneNumberFromString(phone)
      const good = only === 'valid' ? parsed?.isValid() : parsed?.isPossible()
      return good ? 'allow' : { deny: only === 'valid' ? 'not a mobile number' : 'impossible number' }
    },
  }
}
