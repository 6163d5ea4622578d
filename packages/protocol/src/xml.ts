/** An element of an XML answer. Attributes are left out: no service here puts anything in them. */
export interface Element {
  readonly name: string
  readonly children: Element[]
  text: string
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' }

/** Escapes text for an element; what XML 1.0 cannot carry at all becomes U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[&<>"\r]/g, (sign) => escapes[sign]!)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not stay
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  )
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

/**
 * Reads the XML that AWS Query services answer with: elements and text, no DTD, no CDATA.
 * @returns the root element.
 * @throws {Error} when it is not well-formed.
 */
export function parseXml(source: string): Element {
  const holder: Element = { name: '', children: [], text: '' }
  const open: Element[] = [holder]
  const token = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)([^<>]*?)(\/?)>|([^<]+)/y
  while (token.lastIndex < source.length) {
    const found = token.exec(source)
    if (!found) throw new Error('The answer is not well-formed XML.')
    const [, close, name, , single, text] = found
    const current = open.at(-1)!
    if (text !== undefined) current.text += unescapeXml(text)
    else if (close) {
      if (open.pop()!.name !== name || open.length === 0) throw new Error('The answer is not well-formed XML.')
    } else if (name) {
      const element: Element = { name, children: [], text: '' }
      current.children.push(element)
      if (!single) open.push(element)
    }
  }
  if (open.length !== 1 || holder.children.length !== 1) throw new Error('The answer is not well-formed XML.')
  return holder.children[0]!
}

/** The first child of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((entry) => entry.name === name)
}
