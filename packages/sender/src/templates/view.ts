import { chooseLocale } from '../events/choose-locale.ts'
import type { Message } from '../message.ts'
import type { Brand } from './brand.ts'
import { inUnits, type Validity, validityOf } from './period.ts'
import { plainName } from './plain-name.ts'
import { userNameShown } from './user-name.ts'
import { builtInWords } from './words/index.ts'

/** What a template gets besides the message. */
export interface View {
  /** BCP 47 tag of the language to write in. */
  locale: string
  brand: Brand
  /** What to call the person by, fit for a message (see `plainName`); empty where there is no name. */
  name: string
  /** The name by which the person signs in: the address where `userName` is a UUID. */
  userName: string
  /** How long the secret is good, in words of the language (`24 hours`); empty where that is not known. */
  period: string
  /** The same in seconds. */
  seconds: number | undefined
}

/** Attributes that a person fills in as he likes when he signs up, and that templates show. */
const names = ['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'address']

/** The message with its names made plain. An invitation's user name is left alone, as it must be typed as it is. */
export function withPlainNames<S extends string>(message: Message<S>): Message<S> {
  const attributes = { ...message.attributes }
  for (const name of names) if (attributes[name] !== undefined) attributes[name] = plainName(attributes[name])
  return { ...message, attributes }
}

function shownUserName(message: Message): string {
  const shown = userNameShown(message)
  const { email, phone_number } = message.attributes
  return message.source === 'AdminCreateUser' || shown === email || shown === phone_number
    ? shown
    : plainName(shown, 128)
}

const worded = /* @__PURE__ */ Object.keys(builtInWords)

/** In a language without built-in texts as the runtime's own data have it. */
function periodIn(locale: string, seconds: number): string {
  const { count, unit } = inUnits(seconds)
  const known = chooseLocale([locale], worded, '')
  if (known !== '') return builtInWords[known]!.period(count, unit)
  try {
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
  } catch {
    return builtInWords.en!.period(count, unit)
  }
}

export function viewOf(message: Message, locale: string, brand: Brand, validity?: Validity): View {
  const { given_name, name, nickname } = message.attributes
  const seconds = validityOf(message, validity)
  return {
    locale,
    brand,
    name: plainName(given_name || name || nickname),
    userName: shownUserName(message),
    period: seconds === undefined ? '' : periodIn(locale, seconds),
    seconds,
  }
}
