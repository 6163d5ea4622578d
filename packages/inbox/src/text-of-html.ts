const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const LINE_ENDS = new Set(['br', 'p', 'div', 'tr', 'li', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'])
const UNSEEN = new Set(['style', 'script', 'head', 'title', 'template'])

/** Replaces character references: the numeric ones, and the few names that mail uses. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const point = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

/** The text that a reader of `html` sees, roughly. Takes time in proportion to its length, whatever the text. */
export function textOfHtml(html: string): string {
  const lower = html.toLowerCase()
  let text = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      text += html.slice(at)
      break
    }
    text += html.slice(at, open)
    if (lower.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const close = html.indexOf('>', open)
    if (close < 0) break
    const tag = /^<(\/?)([a-z][a-z0-9]*)/.exec(lower.slice(open, Math.min(close, open + 20)))
    at = close + 1
    if (!tag?.[2]) continue
    if (LINE_ENDS.has(tag[2])) text += '\n'
    else if (tag[2] === 'td' || tag[2] === 'th') text += ' '
    if (UNSEEN.has(tag[2]) && !tag[1]) {
      const end = lower.indexOf(`</${tag[2]}`, at)
      at = end < 0 ? html.length : end
    }
  }
  return unescapeHtml(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line, i, lines) => line !== '' || (i > 0 && lines[i - 1] !== ''))
    .join('\n')
    .trim()
}
