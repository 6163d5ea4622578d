import { atMost } from './counting.ts'
import { countryOf } from './country.ts'
import { phoneOf } from './recipient.ts'
import type { Rule } from './rule.ts'

/** At most `n` messages in a window to the phones of one country. E-mail passes. @throws as `atMost` does. */
export function perCountry(n: number, window: string): Rule {
  return atMost({
    name: 'perCountry',
    n,
    window,
    subject(message) {
      const phone = phoneOf(message)
      return phone === undefined ? undefined : countryOf(phone)
    },
  })
}
