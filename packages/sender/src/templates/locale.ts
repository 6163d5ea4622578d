import { byCanonicalTag, canonicalTag } from '../events/locale-tags.ts'

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
 * The language to write in. Each wanted tag is tried in turn: itself, then shorter (`pt-BR` → `pt`), then another region
 * of the same language (`pt` or `pt-PT` → `pt-BR`), but never the other script of Chinese.
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
