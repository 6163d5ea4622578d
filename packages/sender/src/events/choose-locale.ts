import { byCanonicalTag, canonicalTag } from './locale-tags.ts'

/** The longest beginning of a tag that stands in the list: `de-CH` finds `de`. As in RFC 4647, lookup. */
function lookUp(tag: string | undefined, locales: readonly string[]): string | undefined {
  const known = byCanonicalTag(locales)
  const parts = canonicalTag(tag)?.split('-') ?? []
  for (let length = parts.length; length > 0; length--) {
    const found = known.get(parts.slice(0, length).join('-'))
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * The locale of a message: of the client's metadata, else of the user's attribute, else the default.
 *
 * The client writes its metadata, and mostly users may write their attribute. So the metadata counts only where it names
 * a locale of the list, and the attribute likewise where there is a list; without one, any well-formed tag.
 */
export function chooseLocale(from: {
  metadata?: string | undefined
  attribute?: string | undefined
  locales?: readonly string[] | undefined
  defaultLocale: string
}): string {
  const { metadata, attribute, locales, defaultLocale } = from
  if (!locales) return canonicalTag(attribute) ?? defaultLocale
  return lookUp(metadata, locales) ?? lookUp(attribute, locales) ?? defaultLocale
}
