import { SenderError } from '../errors.ts'
import { chooseLocale } from '../events/choose-locale.ts'
import type { Channel, EmailSource } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Rendered } from '../provider.ts'
import { type Brand, type BrandChoice, brandOf } from './brand.ts'
import { builtInEmail } from './built-in-email.ts'
import { builtInSms } from './built-in-sms.ts'
import { inUnits, type Validity, validityOf } from './period.ts'
import { plainSubject } from './plain-subject.ts'
import { checkSmsEnding, type SmsEnding } from './sms-ending.ts'
import type { Templates } from './template-set.ts'
import { en } from './words/en.ts'
import type { Words } from './words/words.ts'

/** Texts by BCP 47 tag. */
export type Languages = Readonly<Record<string, Words>>

export interface WordedOptions {
  /** The brand of every message, or a function that gives each its own, for instance by `clientId`. */
  brand?: BrandChoice
  /** BCP 47 tag used where the message's language is not among the texts. Default `en`. */
  defaultLocale?: string
  /** Seconds for which a secret is good, where the pool's settings differ from Cognito's defaults. */
  validity?: Validity
  /** Lines by which programs on the phone find the code; a function may choose by client. */
  sms?: SmsEnding | ((message: Message) => SmsEnding | undefined)
  /** Name of the approved WhatsApp authentication template, whose one parameter is the code; by source where they differ. */
  whatsapp?: { template: string | Partial<Record<EmailSource, string>>; languages?: Readonly<Record<string, string>> }
}

/** What the texts of one message are made from. */
export interface Facts {
  message: Message
  brand: Brand
  words: Words
  locale: string
  /** The secret's text; undefined where the message has none. */
  secret?: string
  /** `24 hours`, in the message's language. */
  period?: string
}

/** Meta's name of a language: `pt_BR`, and `zh_CN` for simplified Chinese. */
const metaLanguages: Readonly<Record<string, string>> = { 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' }

/** @throws {SenderError} `BadEvent` for a message that ought to have a secret and has none */
function factsOf(
  message: Message,
  wanted: string,
  { texts, locales }: { texts: Languages; locales: readonly string[] },
  options: WordedOptions,
): Facts {
  const locale = chooseLocale([wanted, message.locale], locales, options.defaultLocale ?? 'en')
  const words = texts[locale] ?? en
  const secret = message.secret?.reveal()
  if (secret === undefined && message.source !== 'AccountTakeOverNotification') {
    throw new SenderError('BadEvent', `${message.source} came without a code, so there is nothing to send`)
  }
  const seconds = validityOf(message, options.validity)
  const inWords = seconds === undefined ? undefined : inUnits(seconds)
  return {
    message,
    brand: brandOf(options.brand, message),
    words,
    locale,
    ...(secret !== undefined && { secret }),
    ...(inWords && { period: words.period(inWords.count, inWords.unit) }),
  }
}

function whatsappOf({ message, locale, secret }: Facts, options: WordedOptions): Rendered['whatsapp'] {
  const chosen = options.whatsapp?.template
  const template = typeof chosen === 'string' ? chosen : chosen?.[message.source]
  if (template === undefined || secret === undefined) return undefined
  const language = options.whatsapp?.languages?.[locale] ?? metaLanguages[locale] ?? locale.replaceAll('-', '_')
  return { template, language, params: [secret] }
}

/**
 * The built-in texts in the languages that are given, and no others in the bundle. In a language that is not among them, and
 * without one for `defaultLocale`, it is English.
 * @throws {TypeError} for a wrong ending of SMS
 */
export function wordedTemplates(languages: Languages, options: WordedOptions = {}): Templates {
  if (options.sms !== undefined && typeof options.sms !== 'function') checkSmsEnding(options.sms)
  const locales = Object.keys(languages)
  return {
    locales,
    ...(options.defaultLocale !== undefined && { defaultLocale: options.defaultLocale }),
    async render(message: Message, channel: Channel, locale: string): Promise<Rendered> {
      const facts = factsOf(message, locale, { texts: languages, locales }, options)
      if (channel === 'email') {
        const email = builtInEmail(facts)
        return { ...email, subject: plainSubject(email.subject, message) }
      }
      const ending = typeof options.sms === 'function' ? options.sms(message) : options.sms
      if (ending !== undefined) checkSmsEnding(ending)
      const text = builtInSms(facts, channel, channel === 'sms' ? ending : undefined)
      const whatsapp = channel === 'whatsapp' ? whatsappOf(facts, options) : undefined
      return { text, ...(whatsapp && { whatsapp }) }
    },
  }
}
