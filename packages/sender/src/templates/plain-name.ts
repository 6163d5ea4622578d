/** Cc and Cf hold the control, zero-width and bidirectional characters; Zl and Zp end lines; Cs is half a pair. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** The joiner that makes one emoji of several is the only unseen character that is kept. */
const joined = /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?=\p{Extended_Pictographic})/gu

/** What a mail or SMS program makes a link of: with a scheme, with `www.`, or a bare domain with a path or without. */
const links =
  /[a-z][a-z0-9+.-]*:\/\/\S*|\bwww\.\S*|\b(?:mailto|tel|sms|javascript|data):\S*|[\p{L}\p{N}-]+(?:[.。．｡]\s?[\p{L}\p{N}-]+)*[.。．｡]\p{L}{2,}(?:[/:?#]\S*)?/giu

/**
 * A name that somebody typed at sign-up, fit to stand in a message to an address that may be another person's: without
 * links, line breaks, markup brackets and invisible or text-turning characters, and short. Sign-up forms are otherwise a
 * way to send one's own words, and links, to anybody.
 * @param max code points that are kept; default 64
 */
export function plainName(name: string | undefined, max = 64): string {
  const seen = (name ?? '')
    .slice(0, 2000)
    .normalize('NFC')
    .replace(joined, '\uE000')
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(unseen, '')
    .replaceAll('\uE000', '\u200D')
  const linkless = seen.replace(links, ' ').replace(/[<>{}[\]]|:\/\/|@/g, ' ')
  const words = linkless.replace(/\s+/g, ' ').trim()
  const points = [...words]
  return points.length <= max
    ? words
    : `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}
