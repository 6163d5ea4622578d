const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Takes back the escaping that Cognito applies to temporary passwords before it encrypts them: `<` and `>` by its
 * documentation, which leaves open what else. So the five entities of XML and the numeric forms, each once and in a
 * single pass: `&amp;lt;` is `&lt;`, not `<`. Everything else stays as it is.
 */
export function unescapePassword(escaped: string): string {
  return escaped.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name]!
      const point = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
      const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      return isCharacter ? String.fromCodePoint(point) : whole
    },
  )
}
