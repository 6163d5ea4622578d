import { escapeHtml } from '../templates/escape.ts'

/** How quotes may stand in HTML: by a name, by a number, or as they are, outside of attributes. */
const singleQuotes = ['&#39;', '&#x27;', '&#039;', '&apos;', "'"]
const doubleQuotes = ['&quot;', '&#34;', '"']

/** Every escaping of HTML has `&`, `<` and `>` alike. */
function spellingsInHtml(text: string): string[] {
  const escaped = escapeHtml(text)
  if (!/["']/.test(text)) return [escaped]
  return doubleQuotes.flatMap((double) =>
    singleQuotes.map((single) => escaped.replaceAll('&quot;', double).replaceAll('&#39;', single)),
  )
}

/** A text as it stands in JSON, HTML, URLs, forms, base64 and hex; the longest first. */
export function spellingsOf(text: string): string[] {
  const bytes = Buffer.from(text)
  const spellings = [
    text,
    JSON.stringify(text).slice(1, -1),
    ...spellingsInHtml(text),
    encodeURIComponent(text.toWellFormed()),
    new URLSearchParams([['', text]]).toString().slice(1),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
  return [...new Set(spellings)].sort((a, b) => b.length - a.length)
}
