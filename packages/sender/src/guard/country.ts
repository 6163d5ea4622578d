import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/mobile'

/** Where numbers of no country are counted: satellite and international networks (+870, +881, +882, +883 …), as ITU has it. */
export const NO_COUNTRY = '001'

/**
 * The ISO codes of the countries that a number may belong to: one as a rule, several where countries share a calling code and
 * the number is none of a mobile phone, `001` where it is an international network's, none where nobody has the calling code.
 */
export function countriesOf(number: string): readonly string[] {
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed) return []
  if (parsed.country) return [parsed.country]
  const sharing = getCountries().filter((country) => getCountryCallingCode(country) === parsed.countryCallingCode)
  return sharing.length > 0 ? sharing : [NO_COUNTRY]
}

/** One name for where a number belongs, to count by: the country, or the calling code where that is shared. */
export function countryOf(number: string): string {
  const [country, ...others] = countriesOf(number)
  if (country !== undefined && others.length === 0) return country
  return parsePhoneNumberFromString(number)?.countryCallingCode ?? 'none'
}

/**
 * The countries a rule was given, as a set.
 * @throws {TypeError} for what is no country with a calling code: `UK` instead of `GB` would allow or deny nobody, unnoticed.
 */
export function countrySet(codes: readonly string[]): ReadonlySet<string> {
  for (const code of codes) {
    if (code !== NO_COUNTRY && !isSupportedCountry(code)) {
      throw new TypeError(`"${code}" is no country's ISO 3166 code (two capital letters; the United Kingdom is GB).`)
    }
  }
  return new Set<CountryCode | string>(codes)
}
