import { SenderError } from '../../errors.ts'
import { chooseLocale } from '../../events/choose-locale.ts'
import type { Channel } from '../../events/sources.ts'
import type { Message } from '../../message.ts'
import type { Rendered } from '../../provider.ts'
import { type BrandChoice, brandOf } from '../brand.ts'
import type { Validity } from '../period.ts'
import { plainSubject } from '../plain-subject.ts'
import { transliterate } from '../segments.ts'
import { type SmsEnding, withSmsEnding } from '../sms-ending.ts'
import type { Templates } from '../template-set.ts'
import { textFromHtml } from '../text-from-html.ts'
import { viewOf } from '../view.ts'
import { candidates, chooseFile, type Found } from './choose-file.ts'
import { Engines, type Limits, type Style } from './engines.ts'
import { type FrontMatterKey, type Parts, splitFrontMatter } from './front-matter.ts'
import { readFolder, type TemplateFiles } from './read-folder.ts'
import { variablesOf } from './variables.ts'

export interface LiquidOptions {
  /** BCP 47 tag that files are looked up by where there are none of the message's language. Default `en`. */
  defaultLocale?: string
  /** Languages that are used; default: all that file names name. */
  locales?: readonly string[]
  /** Folder of the message's brand. One that does not exist is as none. */
  brand?: (message: Message) => string | undefined
  /** What templates see as `brand.name`, `brand.colour` and so on. */
  brandValues?: BrandChoice
  validity?: Validity
  sms?: SmsEnding
  /** Spells typographic quotes and dashes in SMS as GSM-7 has them, except in codes, passwords and user names. */
  transliterateSms?: boolean
  allowSecretInSubject?: boolean
  /** What tells a message that the folder has nothing for; without it, that is an error. */
  otherwise?: Templates
  limits?: Limits
}

const localeOf = (file: string) => /\.([A-Za-z0-9-]+)\.liquid$/.exec(file)?.[1]

/** Templates of a folder; `render` may be told to take missing variables for errors, as the check does. */
export class LiquidTemplates implements Templates {
  readonly files: TemplateFiles
  readonly locales: readonly string[]
  readonly options: LiquidOptions
  readonly #engines: Engines
  readonly #parts = new Map<string, Parts>()

  constructor(files: TemplateFiles, options: LiquidOptions = {}) {
    this.files = files
    this.options = options
    this.#engines = new Engines(files, options.limits)
    const named = [...files.keys()].filter((file) => !/(^|\/)partials\//.test(file)).map(localeOf)
    this.locales =
      options.locales ?? ([...new Set(named.filter((locale) => locale !== undefined && locale !== 'text'))] as string[])
  }

  get defaultLocale(): string {
    return this.options.defaultLocale ?? 'en'
  }

  /** The same templates for one brand, whatever the message. */
  forBrand(brand: string): LiquidTemplates {
    return new LiquidTemplates(this.files, { ...this.options, brand: () => brand })
  }

  /** The file that tells a message; undefined where there is none. */
  find(want: { brand: string; channel: Channel; source: string; locale: string }): Found | undefined {
    return chooseFile(this.files, candidates(want, this.defaultLocale))
  }

  /** @throws {SenderError} `Configuration` where no file tells the message, or one is wrong */
  async render(message: Message, channel: Channel, locale: string, strict = false): Promise<Rendered> {
    const brand = this.options.brand?.(message) ?? ''
    const chosen = chooseLocale([locale, message.locale], this.locales, this.defaultLocale)
    const found = this.find({ brand, channel, source: message.source, locale: chosen })
    if (found === undefined) {
      if (this.options.otherwise !== undefined) return this.options.otherwise.render(message, channel, locale)
      const lacking = `${channel}/${message.source}.${chosen}.liquid or ${channel}/default.${this.defaultLocale}.liquid`
      throw new SenderError('Configuration', `No template tells ${message.source} by ${channel}: write ${lacking}`)
    }
    const view = viewOf(message, found.locale, brandOf(this.options.brandValues, message), this.options.validity)
    const piece = new Piece(this.#engines, found.file, this.#partsOf(found.file), brand, strict)
    const variables = variablesOf(message, channel, view, brand)
    return channel === 'email'
      ? this.#email(piece, message, variables)
      : this.#words(piece, message, channel, variables)
  }

  #partsOf(file: string): Parts {
    const parts = this.#parts.get(file) ?? splitFrontMatter(file, this.files.get(file)!)
    this.#parts.set(file, parts)
    return parts
  }

  async #email(piece: Piece, message: Message, variables: Record<string, unknown>): Promise<Rendered> {
    if (piece.parts.head.subject === undefined) {
      throw new SenderError('Configuration', `${piece.file}:1: an e-mail needs a subject in its front matter`)
    }
    const raw = await piece.head('subject', variables)
    const subject = plainSubject(raw, message, this.options.allowSecretInSubject)
    const preheader = await piece.head('preheader', variables)
    const all = { ...variables, subject, preheader }
    const html = await piece.body('html', all)
    const own = piece.file.replace(/\.liquid$/, '.text.liquid')
    if (!this.files.has(own)) return { subject, html, text: textFromHtml(html) }
    const text = await new Piece(this.#engines, own, this.#partsOf(own), piece.brand, piece.strict).body('plain', all)
    return { subject, html, text }
  }

  async #words(
    piece: Piece,
    message: Message,
    channel: Channel,
    variables: Record<string, unknown>,
  ): Promise<Rendered> {
    const plain = channel === 'sms' && this.options.transliterateSms === true
    const words = (await piece.body(plain ? 'gsm' : 'plain', plain ? spelt(variables) : variables)).trim()
    const isCode = message.source !== 'AdminCreateUser'
    const code = isCode ? message.secret?.reveal() : undefined
    const text = channel === 'sms' ? withSmsEnding(words, code, this.options.sms) : words
    const template = await piece.head('whatsapp_template', variables)
    if (channel !== 'whatsapp' || template === '') return { text }
    const language = (await piece.head('whatsapp_language', variables)) || String(variables.locale).replaceAll('-', '_')
    // Divided before rendering, so that no value can add a parameter.
    const params = (piece.parts.head.whatsapp_params?.value ?? '{{ code }}').split('|')
    const rendered = await Promise.all(
      params.map((param, index) => piece.text(`param ${index}`, param.trim(), variables)),
    )
    return { text, whatsapp: { template, language, params: rendered } }
  }
}

/** What must arrive exactly. */
const exact = new Set(['code', 'password', 'user_name', 'link'])

/** The variables in the spelling of GSM-7, those left out that must arrive exactly. */
function spelt(variables: Record<string, unknown>): Record<string, unknown> {
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return transliterate(value)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, deep(inner)]))
  }
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, exact.has(name) ? value : deep(value)]),
  )
}

/** One file on its way to become a message. */
class Piece {
  readonly engines: Engines
  readonly file: string
  readonly parts: Parts
  readonly brand: string
  readonly strict: boolean

  constructor(engines: Engines, file: string, parts: Parts, brand: string, strict: boolean) {
    this.engines = engines
    this.file = file
    this.parts = parts
    this.brand = brand
    this.strict = strict
  }

  body(style: Style, variables: Record<string, unknown>): Promise<string> {
    const { body, above } = this.parts
    return this.#render('body', body, above, style, variables)
  }

  async head(key: FrontMatterKey, variables: Record<string, unknown>): Promise<string> {
    const entry = this.parts.head[key]
    return entry === undefined ? '' : this.#render(key, entry.value, entry.line - 1, 'plain', variables)
  }

  text(name: string, text: string, variables: Record<string, unknown>): Promise<string> {
    return this.#render(name, text, 0, 'plain', variables)
  }

  #render(name: string, text: string, above: number, style: Style, variables: Record<string, unknown>) {
    const how = { brand: this.brand, style, strict: this.strict }
    return this.engines.render({ file: this.file, name, text, above }, how, variables)
  }
}

/**
 * Templates in files: `<brand?>/<channel>/<source>.<locale>.liquid`, with front matter (`subject`, `preheader`). Looked up
 * are the brand's folder, then none; the message's language, the shorter tag, the default; the source, then `default`.
 * Every value is escaped in an e-mail's HTML; the text part is made from it, or is `<source>.<locale>.text.liquid`. Partials
 * lie in `partials/` and `<brand>/partials/`, and nothing else can be included.
 *
 * The folder is read when this is called, so call it outside the handler. Each file is compiled once.
 * @param path from the working directory
 * @throws {SenderError} `Configuration` where the folder cannot be read
 */
export const liquidDir = (path: string, options: LiquidOptions = {}): LiquidTemplates =>
  new LiquidTemplates(readFolder(path), options)

/** The same, of texts by their file names, for bundles without files: `{ 'email/SignUp.en.liquid': '…' }`. */
export const liquidTexts = (texts: Readonly<Record<string, string>>, options: LiquidOptions = {}): LiquidTemplates =>
  new LiquidTemplates(new Map(Object.entries(texts)), options)
