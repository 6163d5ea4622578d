import { byCanonicalTag, canonicalTag } from './locale-tags.ts'

/** Script in which Chinese is written in a region, where the tag names no script (as CLDR's likely subtags say). */
const chinese: Record<string, string> = { TW: 'zh-Hant', HK: 'zh-Hant', MO: 'zh-Hant' }

/** The tags that may stand for a wanted one, nearest first: `pt-PT`, `pt`. */
function nearest(tag: string): string[] {
  const parts = tag.split('-')
  const found = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
  if (parts[0] === 'zh' && !/-Han[st]\b/.test(tag)) found.splice(-1, 0, chinese[parts.at(-1)!] ?? 'zh-Hans')
  return found
}

/**
 * The language to write in. Each wanted tag is tried in turn: itself, then shorter (`pt-BR` → `pt`, the lookup of RFC
 * 4647), then another region of the same language (`pt` or `pt-PT` → `pt-BR`), since a reader of Portuguese wants that
 * rather than the default; but never the other script of Chinese.
 * @param wanted BCP 47 tags, the dearest first, `_` taken as `-`; what is no tag is passed over, so callers may choose it
 * @param available tags there are texts for
 * @param fallback what is used where none is wanted and available
 * @returns a member of `available`, or `fallback`
 */
export function chooseLocale(
  wanted: readonly (string | undefined)[],
  available: readonly string[],
  fallback: string,
): string {
  const known = byCanonicalTag(available)
  for (const tag of wanted) {
    const same = known.get(tag ?? '')
    if (same !== undefined) return same
    const full = canonicalTag(tag)
    if (full === undefined) continue
    const tags = nearest(full)
    for (const near of tags) {
      const found = known.get(near)
      if (found !== undefined) return found
    }
    const language = tags.at(-1)!
    const sibling = [...known.keys()].find((other) => other.startsWith(`${language}-`))
    if (sibling !== undefined && language !== 'zh') return known.get(sibling)!
  }
  return fallback
}

/**
 * The locale of a message: of the client's metadata, else of the user's attribute, else the default, chosen as
 * `chooseLocale` does.
 *
 * The client writes its metadata, and mostly users may write their attribute. So the metadata counts only where it names
 * a language of the list, and the attribute likewise where there is a list; without one, any well-formed tag.
 */
export function localeOfMessage(from: {
  metadata?: string | undefined
  attribute?: string | undefined
  locales?: readonly string[] | undefined
  defaultLocale: string
}): string {
  const { metadata, attribute, locales, defaultLocale } = from
  if (!locales) return canonicalTag(attribute) ?? defaultLocale
  return chooseLocale([metadata, attribute], locales, defaultLocale)
}
