import type { EmailSource } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Rendered } from '../provider.ts'
import { type BrandChoice, brandOf } from './brand.ts'
import { lookOf } from './email-page.ts'
import { type Facts, type Languages, type SaidOptions, templatesOf } from './said.ts'
import { checkSmsEnding, type SmsEnding, withSmsEnding } from './sms-ending.ts'
import type { Templates } from './template-set.ts'

export type { Languages } from './said.ts'

export interface WordedOptions extends SaidOptions {
  /** The brand of every message, or a function that gives each its own, for instance by `clientId`. */
  brand?: BrandChoice
  /** Lines by which programs on the phone find the code; a function may choose by client. */
  sms?: SmsEnding | ((message: Message) => SmsEnding | undefined)
  /** Name of the approved WhatsApp authentication template, whose one parameter is the code; by source where they differ. */
  whatsapp?: { template: string | Partial<Record<EmailSource, string>>; languages?: Readonly<Record<string, string>> }
}

/** Meta's name of a language: `pt_BR`, and `zh_CN` for simplified Chinese. */
const metaLanguages: Readonly<Record<string, string>> = { 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' }

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
  const { sms, brand, defaultLocale, validity } = options
  if (sms !== undefined && typeof sms !== 'function') checkSmsEnding(sms)
  return templatesOf(languages, {
    ...(defaultLocale !== undefined && { defaultLocale }),
    ...(validity && { validity }),
    brandOf: (message) => brandOf(brand, message),
    lookOf,
    end(words, { message, secret }) {
      const ending = typeof sms === 'function' ? sms(message) : sms
      if (ending !== undefined) checkSmsEnding(ending)
      return withSmsEnding(words, secret, ending)
    },
    whatsappOf: (facts) => whatsappOf(facts, options),
  })
}
