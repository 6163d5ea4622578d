/** Characters of the longest tag that is looked at (RFC 5646 §4.4.1). */
const longest = 35

/** A tag in its canonical spelling (`pt_br` → `pt-BR`); undefined for what is no BCP 47 tag. */
export function canonicalTag(tag: string | undefined): string | undefined {
  try {
    return tag && tag.length <= longest ? Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] : undefined
  } catch {
    return undefined
  }
}

/** Lists do not change, and each message is held against the same ones. */
const read = new WeakMap<readonly string[], ReadonlyMap<string, string>>()

/** The tags of a list by their canonical spelling; what is no tag, by itself. The list must not change any more. */
export function byCanonicalTag(tags: readonly string[]): ReadonlyMap<string, string> {
  const known = read.get(tags) ?? new Map(tags.map((tag) => [canonicalTag(tag) ?? tag, tag]))
  read.set(tags, known)
  return known
}
