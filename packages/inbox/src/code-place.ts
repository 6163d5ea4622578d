import { unescapeHtml } from './text-of-html.ts'

/** What a provider was given to deliver. */
export interface Body {
  subject?: string
  text?: string
  html?: string
  /** The text of a message that came as HTML only. */
  derived?: string
}

/** How the secret is written where it stands. */
type Form = 'plain' | 'angles' | 'html' | 'uri' | 'grouped'

/** Where a body shows the secret, so that it can be read out again without being kept. */
export interface CodePlace {
  part: keyof Body
  offset: number
  length: number
  form: Form
}

const PARTS: readonly (keyof Body)[] = ['text', 'derived', 'html', 'subject']

/**
 * Looks for `secret` in the text, then the HTML, then the subject: as it is, HTML-escaped (Cognito escapes temporary
 * passwords before it encrypts them), as part of a link, and for digits also in groups (`123 456`, `123-456`).
 */
export function findSecret(body: Body, secret: string): CodePlace | undefined {
  if (secret === '') return undefined
  for (const part of PARTS) {
    const within = body[part]
    if (!within) continue
    for (const { form, text } of writtenForms(secret)) {
      const offset = placeOf(within, text)
      if (offset >= 0) return { part, offset, length: text.length, form }
    }
    const grouped = /^\d{4,12}$/.test(secret) && new RegExp(`(?<!\\d)${[...secret].join('[ -]?')}(?!\\d)`).exec(within)
    if (grouped) return { part, offset: grouped.index, length: grouped[0].length, form: 'grouped' }
  }
  return undefined
}

/** Reads the secret out of the body that was delivered. */
export function readSecret(body: Body, place: CodePlace): string | undefined {
  const written = body[place.part]?.slice(place.offset, place.offset + place.length)
  if (!written) return undefined
  switch (place.form) {
    case 'plain':
      return written
    case 'angles':
      return written.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    case 'html':
      return unescapeHtml(written)
    case 'uri':
      return decodeURIComponent(written)
    case 'grouped':
      return written.replace(/\D/g, '')
  }
}

function writtenForms(secret: string): { form: Form; text: string }[] {
  const angles = secret.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const escaped = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const html = ['&#39;', '&#x27;', '&#039;', '&apos;', "'"].map((quote) => escaped.replaceAll("'", quote))
  const uri = secret.isWellFormed() ? [encodeURIComponent(secret)] : []
  return [
    { form: 'plain', text: secret },
    { form: 'angles', text: angles },
    ...html.map((text) => ({ form: 'html' as const, text })),
    ...uri.map((text) => ({ form: 'uri' as const, text })),
  ]
}

/** The first place of `wanted`; where it is a number, not within a longer one. */
function placeOf(within: string, wanted: string): number {
  const digits = /^\d+$/.test(wanted)
  let at = within.indexOf(wanted)
  while (digits && at >= 0) {
    const before = within.charAt(at - 1)
    const behind = within.charAt(at + wanted.length)
    if (!/\d/.test(before) && !/\d/.test(behind)) break
    at = within.indexOf(wanted, at + 1)
  }
  return at
}
