const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  copy: '©',
  zwnj: '',
  zwsp: '',
  shy: '',
}

function character(point: number): string {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
}

/** In one pass, so that `&amp;lt;` becomes `&lt;`. */
const unescapeHtml = (value: string) =>
  value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16))
    if (decimal !== undefined) return character(Number(decimal))
    return entities[name!.toLowerCase()] ?? whole
  })

const token =
  /<!--[\s\S]*?-->|<(?:style|script)\b[\s\S]*?<\/(?:style|script)\s*>|<!\[[\s\S]*?\]>|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i
const unread = new Set(['head', 'title', 'template'])
const voids = new Set(['br', 'hr', 'img', 'meta', 'link', 'input', 'col', 'area', 'wbr', 'source'])
const blocks = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'blockquote',
  'section',
  'pre',
  'header',
  'footer',
  'main',
  'article',
])
const rows = new Set(['tr', 'li'])

const attribute = (attributes: string, name: string) => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes)
  return found === null ? undefined : unescapeHtml(found[1] ?? found[2] ?? '')
}

/** Collects text as it will be read: blanks run together, except in a preformatted element. */
class Reader {
  #text = ''
  /** Blanks that the next words need before them. */
  #pending = ''

  break(lines: number): void {
    const want = '\n'.repeat(lines)
    if (this.#pending.length < want.length || !this.#pending.includes('\n')) this.#pending = want
  }

  add(words: string, exact: boolean): void {
    if (exact) {
      this.#put(words)
      return
    }
    const [, before, inner, after] = /^([ \t\r\n\f]*)([\s\S]*?)([ \t\r\n\f]*)$/.exec(words)!
    if (before !== '' && this.#pending === '') this.#pending = ' '
    if (inner === '') return
    this.#put(inner!.replace(/[ \t\r\n\f]+/g, ' '))
    if (after !== '') this.#pending = ' '
  }

  #put(words: string): void {
    if (words === '') return
    this.#text += (this.#text === '' ? '' : this.#pending) + words
    this.#pending = ''
  }

  get text(): string {
    return `${this.#text.trim()}\n`
  }
}

/**
 * The text part of an e-mail that has only HTML: what is shown, in its order, with lines where blocks end and the address
 * after the words of each link. What is not shown (styles, preheader) is left out. Secrets come out exactly.
 */
export function textFromHtml(markup: string): string {
  const reader = new Reader()
  const open: { name: string; silent: boolean; exact: boolean; href?: string | undefined }[] = []
  const now = () => open.at(-1) ?? { silent: false, exact: false }
  let at = 0
  for (const match of markup.matchAll(token)) {
    if (!now().silent) reader.add(unescapeHtml(markup.slice(at, match.index)), now().exact)
    at = match.index + match[0].length
    const [, closing, tag, attributes = ''] = match
    const name = tag?.toLowerCase()
    if (name === undefined) continue
    if (closing === '/') {
      const index = open.findLastIndex((element) => element.name === name)
      const [element] = index < 0 ? [] : open.splice(index)
      if (element?.href !== undefined && !element.silent) reader.add(` (${element.href})`, false)
    } else {
      const style = attribute(attributes, 'style') ?? ''
      const silent = now().silent || unread.has(name) || hidden.test(style)
      const exact = now().exact || name === 'pre' || /white-space\s*:\s*pre/i.test(style)
      const href = name === 'a' ? attribute(attributes, 'href') : undefined
      if (name === 'img' && !silent) reader.add(attribute(attributes, 'alt') ?? '', false)
      if (!voids.has(name) && !attributes.endsWith('/')) {
        open.push({ name, silent, exact, ...(href !== undefined && /^[a-z]+:/i.test(href) && { href }) })
      }
    }
    if (now().silent) continue
    if (name === 'td' || name === 'th') reader.add(' ', false)
    if (name === 'br' || rows.has(name)) reader.break(1)
    if (blocks.has(name) || name === 'hr') reader.break(2)
  }
  if (!now().silent) reader.add(unescapeHtml(markup.slice(at)), now().exact)
  return reader.text
}
