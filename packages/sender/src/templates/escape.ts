const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** For text and for quoted attributes of HTML. */
export const escapeHtml = (value: string): string => value.replace(/[&<>"']/g, (character) => entities[character]!)

const schemes = new Set(['https:', 'http:', 'mailto:', 'tel:', 'sms:'])

/** Escapes an address for a quoted attribute. One that is neither relative nor of a scheme that only leads somewhere
 * (`javascript:`, `data:`) becomes `#`. */
export function escapeUrl(value: string): string {
  const seen = value.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(seen.replace(/\s/g, ''))?.[1]?.toLowerCase()
  return scheme === undefined || schemes.has(scheme) ? escapeHtml(seen.replace(/\s/g, '%20')) : '#'
}

/** For a value of an address's query or fragment. */
export const escapeQuery = (value: string): string => escapeHtml(encodeURIComponent(value.toWellFormed()))

/** For a value inside a `style` attribute or element. @throws {TypeError} for what could end the declaration or load something */
export function escapeStyle(value: string): string {
  if (!/^[#\w\s.,%()+-]*$/.test(value) || /url|expression|import/i.test(value)) {
    throw new TypeError('A value inside a style may be a colour, a length or a word only')
  }
  return value
}
