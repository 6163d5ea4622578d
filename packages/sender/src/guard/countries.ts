import { countriesOf, countrySet } from './country.ts'
import { phoneOf } from './recipient.ts'
import type { Rule } from './rule.ts'

/**
 * Sends to phones of some countries only: the one best rule against fraud by SMS. E-mail passes.
 * @param allow ISO 3166 codes (`DE`); every other country is denied, and so is a number whose country is uncertain.
 * @param deny ISO 3166 codes; `001` are the international and satellite networks. Goes before `allow`.
 * @throws {TypeError} for an unknown code, or when neither list is given.
 */
export function countries({ allow, deny = [] }: { allow?: readonly string[]; deny?: readonly string[] }): Rule {
  if (allow === undefined && deny.length === 0) throw new TypeError('countries() needs "allow" or "deny".')
  const allowed = allow && countrySet(allow)
  const denied = countrySet(deny)
  return {
    name: 'countries',
    needsStore: false,
    check(message) {
      const phone = phoneOf(message)
      if (phone === undefined) return 'allow'
      const found = countriesOf(phone)
      const name = found.length === 1 ? found[0] : found.length === 0 ? 'unknown' : 'uncertain'
      if (found.some((country) => denied.has(country))) return { deny: `country ${name}` }
      if (allowed && (found.length === 0 || !found.every((country) => allowed.has(country)))) {
        return { deny: `country ${name}` }
      }
      return 'allow'
    },
  }
}
