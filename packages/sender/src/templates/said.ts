import { SenderError } from '../errors.ts'
import { chooseLocale } from '../events/choose-locale.ts'
import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Rendered } from '../provider.ts'
import type { Brand } from './brand.ts'
import { builtInEmail } from './built-in-email.ts'
import { builtInSms } from './built-in-sms.ts'
import { type Look, plainLook } from './email-page.ts'
import { inUnits, type Validity, validityOf } from './period.ts'
import { plainSubject } from './plain-subject.ts'
import type { Templates } from './template-set.ts'
import { en } from './words/en.ts'
import type { Words } from './words/words.ts'

/** Texts by BCP 47 tag. */
export type Languages = Readonly<Record<string, Words>>

export interface SaidOptions {
  /** BCP 47 tag used where the message's language is not among the texts. Default `en`. */
  defaultLocale?: string
  /** Seconds for which a secret is good, where the pool's settings differ from Cognito's defaults. */
  validity?: Validity
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

/** What only some senders want, so that it is in no other's bundle. */
export interface Additions {
  /** Whose message it is, and what that gives the page of an e-mail. */
  brandOf?(message: Message): Brand
  lookOf?(brand: Brand): Look
  /** An SMS with what programs on the phone read below its words. */
  end?(words: string, facts: Facts): string
  /** The approved WhatsApp template in place of the text. */
  whatsappOf?(facts: Facts): Rendered['whatsapp']
}

/** @throws {SenderError} `BadEvent` for a message that ought to have a secret and has none */
function factsOf(
  message: Message,
  wanted: string,
  texts: Languages,
  locales: readonly string[],
  options: SaidOptions & Pick<Additions, 'brandOf'>,
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
    brand: options.brandOf?.(message) ?? {},
    words,
    locale,
    ...(secret !== undefined && { secret }),
    ...(inWords && { period: words.period(inWords.count, inWords.unit) }),
  }
}

/** Templates of texts in languages: HTML and text for e-mail, a text for every other channel. */
export function templatesOf(texts: Languages, options: SaidOptions & Additions): Templates {
  const locales = Object.keys(texts)
  return {
    locales,
    ...(options.defaultLocale !== undefined && { defaultLocale: options.defaultLocale }),
    async render(message: Message, channel: Channel, locale: string): Promise<Rendered> {
      const facts = factsOf(message, locale, texts, locales, options)
      if (channel === 'email') {
        const email = builtInEmail(facts, options.lookOf?.(facts.brand) ?? plainLook)
        return { ...email, subject: plainSubject(email.subject, message) }
      }
      const text = builtInSms(facts, channel, channel === 'sms' ? options.end : undefined)
      const template = channel === 'whatsapp' ? options.whatsappOf?.(facts) : undefined
      return { text, ...(template && { whatsapp: template }) }
    },
  }
}
