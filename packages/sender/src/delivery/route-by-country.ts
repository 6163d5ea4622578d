import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'
import type { Provider } from '../provider.ts'
import { routeBy } from './route.ts'

/**
 * Chooses a provider by the country of the phone number, as `{ US: twilio(…), DE: …, default: … }`.
 * @param table by ISO 3166-1 alpha-2 code in capitals. `default` has the other countries, and e-mail addresses.
 */
export function routeByCountry(table: Readonly<Record<string, Provider>>): Provider {
  return routeBy((_message, to) => parsePhoneNumberFromString(to)?.country, table)
}
