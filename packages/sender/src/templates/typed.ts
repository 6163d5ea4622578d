import { SenderError } from '../errors.ts'
import type { Channel, EmailSource } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Rendered } from '../provider.ts'
import { type BrandChoice, brandOf } from './brand.ts'
import { builtInTemplates } from './built-in.ts'
import { emailPage } from './email-page.ts'
import type { Validity } from './period.ts'
import { plainSubject } from './plain-subject.ts'
import { Html } from './tags.ts'
import type { Templates } from './template-set.ts'
import { textFromHtml } from './text-from-html.ts'
import { type View, viewOf, withPlainNames } from './view.ts'

/** An e-mail in code. A body without `<html>` is put into the built-in page; without `text`, that is made from the HTML. */
export interface EmailTexts {
  subject: string
  /** What mail programs show after the subject. */
  preheader?: string
  html?: Html
  text?: string
}

/** How one source is told, by channel. WhatsApp, voice and chat take the text of `sms` where they have none of their own. */
export interface SourceTemplates<S extends string> {
  email?: (message: Message<S>, view: View) => EmailTexts
  sms?: (message: Message<S>, view: View) => string
  whatsapp?: (message: Message<S>, view: View) => NonNullable<Rendered['whatsapp']>
  voice?: (message: Message<S>, view: View) => string
  chat?: (message: Message<S>, view: View) => string
}

export type TemplateTable = { readonly [S in EmailSource]?: SourceTemplates<S> } & {
  /** For every source that has none of its own, and for sources not known yet. */
  readonly default?: SourceTemplates<EmailSource>
}

export interface TypedOptions {
  brand?: BrandChoice
  validity?: Validity
  /** BCP 47 tags of the languages that the table is written in. */
  locales?: readonly string[]
  /** Lets a subject show the secret: it is then seen on locked screens and kept in mail logs. Default false. */
  allowSecretInSubject?: boolean
  /** What tells a message that the table has nothing for. Default: the built-in templates, with the same brand. */
  otherwise?: Templates
}

/** @throws {SenderError} `Configuration` where a secret was put in without a tag, so that the reader would see `[secret 6]` */
function checkRevealed(rendered: Rendered, message: Message): void {
  const shown = message.secret === undefined ? '' : `[secret ${message.secret.length}]`
  const parts = [rendered.subject, rendered.text, rendered.html, ...(rendered.whatsapp?.params ?? [])]
  if (shown !== '' && parts.some((part) => part?.includes(shown))) {
    throw new SenderError(
      'Configuration',
      `The template of ${message.source} writes ${shown}: write it with html, text or sms, or reveal it`,
    )
  }
}

function emailOf(texts: EmailTexts, message: Message, view: View, options: TypedOptions): Rendered {
  const subject = plainSubject(texts.subject, message, options.allowSecretInSubject)
  if (texts.html === undefined && texts.text === undefined) {
    throw new SenderError('Configuration', `The e-mail of ${message.source} has neither html nor text`)
  }
  if (texts.html === undefined) return { subject, text: texts.text! }
  if (!(texts.html instanceof Html)) throw new TypeError(`html of ${message.source} is made with html\`…\``)
  const body = texts.html.toString()
  const { preheader } = texts
  const page = { locale: view.locale, title: subject, body, ...(preheader !== undefined && { preheader }) }
  const html = /<html[\s>]/i.test(body) ? body : emailPage(page, view.brand)
  return { subject, html, text: texts.text ?? textFromHtml(html) }
}

/**
 * Templates in code, typed by source: `templates({ SignUp: { email: (m) => ({ subject, html: html`…${m.secret}…` }) } })`.
 * The message's names are plain already (see `plainName`).
 */
export function templates(table: TemplateTable, options: TypedOptions = {}): Templates {
  const { brand, validity } = options
  const otherwise =
    options.otherwise ??
    builtInTemplates({ ...(brand !== undefined && { brand }), ...(validity !== undefined && { validity }) })
  return {
    ...(options.locales && { locales: options.locales }),
    ...(otherwise.defaultLocale !== undefined && { defaultLocale: otherwise.defaultLocale }),
    async render(message: Message, channel: Channel, locale: string): Promise<Rendered> {
      const own = (Object.hasOwn(table, message.source) ? table[message.source] : undefined) as
        | SourceTemplates<EmailSource>
        | undefined
      const pick = <K extends Channel>(key: K) => own?.[key] ?? table.default?.[key]
      const plain = withPlainNames(message)
      const view = viewOf(plain, locale, brandOf(brand, message), validity)
      const rendered = render(pick, plain, channel, view, options)
      if (rendered === undefined) return otherwise.render(message, channel, locale)
      checkRevealed(rendered, message)
      return rendered
    },
  }
}

type Pick = <K extends Channel>(key: K) => SourceTemplates<EmailSource>[K]

function render(
  pick: Pick,
  message: Message,
  channel: Channel,
  view: View,
  options: TypedOptions,
): Rendered | undefined {
  if (channel === 'email') {
    const make = pick('email')
    return make && emailOf(make(message, view), message, view, options)
  }
  const words = (channel === 'voice' || channel === 'chat' ? pick(channel) : undefined) ?? pick('sms')
  const whatsapp = channel === 'whatsapp' ? pick('whatsapp')?.(message, view) : undefined
  if (words === undefined && whatsapp === undefined) return undefined
  return { text: words?.(message, view) ?? '', ...(whatsapp && { whatsapp }) }
}
