import { Secret } from '../secret.ts'
import { escapeHtml, escapeQuery, escapeStyle, escapeUrl } from './escape.ts'
import { type Place, placeAfter } from './place.ts'
import { transliterate } from './segments.ts'

/** HTML whose values are escaped. Only `html` and `trustedHtml` make one. */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

/** What may stand in a template. A secret is written in full; `undefined`, `null` and `false` are nothing. */
export type Value = string | number | Secret | Html | undefined | null | false | readonly Value[]

function plainText(value: Value): string {
  if (value === undefined || value === null || value === false) return ''
  if (value instanceof Secret) return value.reveal()
  return Array.isArray(value) ? value.map(plainText).join('') : String(value)
}

const escapes: Record<Place, (value: string) => string> = {
  text: escapeHtml,
  attribute: escapeHtml,
  url: escapeUrl,
  query: escapeQuery,
  style: escapeStyle,
}

function escaped(value: Value, place: Place): string {
  if (place === 'text' && value instanceof Html) return value.toString()
  if (place === 'text' && Array.isArray(value)) return value.map((part) => escaped(part, place)).join('')
  return escapes[place](plainText(value))
}

/** Of every template, the places of its values: found once, as its static parts are the same array each time. */
const known = new WeakMap<TemplateStringsArray, Place[]>()

function placesIn(statics: TemplateStringsArray): Place[] {
  const found = known.get(statics)
  if (found !== undefined) return found
  const places = statics.slice(0, -1).map((_, index) => placeAfter(statics.slice(0, index + 1).join('')))
  known.set(statics, places)
  return places
}

/** Puts values between the static parts, never by replacing, so that `$&` in a value stays `$&`. */
const weave = (statics: readonly string[], values: readonly string[]) =>
  statics.reduce((before, part, index) => before + values[index - 1] + part)

/**
 * HTML with values escaped as their place demands: in text, in a quoted attribute, as an address (where `javascript:`
 * and the like become `#`), in an address's query (percent-encoded), in a style (colours and lengths only). Other `html` parts, and arrays of them, go in as they are.
 * @throws {TypeError} for a value where no escaping is safe: in a script, a comment, a tag's name, an attribute without
 *   quotes or one that holds code
 */
export function html(statics: TemplateStringsArray, ...values: Value[]): Html {
  const places = placesIn(statics)
  return new Html(
    weave(
      statics,
      values.map((value, index) => escaped(value, places[index]!)),
    ),
  )
}

/** Takes HTML as it is: for what a build step or a constant gives, never for what holds a user's words. */
export const trustedHtml = (markup: string): Html => new Html(markup)

/** Static parts without the indentation that all lines share, so that a template may stand indented in code. */
function outdented(statics: readonly string[]): string[] {
  const parts = [...statics]
  parts[0] = parts[0]!.replace(/^[ \t]*\n/, '\n')
  parts[parts.length - 1] = parts.at(-1)!.trimEnd()
  // A line is empty unless something follows its indentation: a character, or, at the end of a part, a value.
  const indents = parts.flatMap((part, index) =>
    [...part.matchAll(/\n([ \t]*)(?=[^\s]|$)/g)]
      .filter((line) => index < parts.length - 1 || line.index + line[0].length < part.length)
      .map(([, indent]) => indent!.length),
  )
  const least = indents.length === 0 ? 0 : Math.min(...indents)
  const cut = parts.map((part) => part.replace(/\n([ \t]+)/g, (_, indent: string) => `\n${indent.slice(least)}`))
  cut[0] = cut[0]!.replace(/^\n/, '')
  return cut
}

/** Text without markup: values stand as they are, a secret in full. Shared indentation and blank ends are left out. */
export const text = (statics: TemplateStringsArray, ...values: Value[]): string =>
  weave(outdented(statics), values.map(plainText))

/** As `text`, with typographic quotes and dashes in the spelling of GSM-7, except in secrets, which stay exact. */
export const sms = (statics: TemplateStringsArray, ...values: Value[]): string =>
  weave(
    outdented(statics).map(transliterate),
    values.map((value) => (value instanceof Secret ? value.reveal() : transliterate(plainText(value)))),
  )
