/** The basic set of GSM 03.38 (3GPP TS 23.038, 6.2.1), one septet each. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** The extension table (6.2.1.1), two septets each: an escape comes before. */
const extension = new Set('\f^{}\\[~]|€')

/** How an SMS is carried and in how many parts. */
export interface Segments {
  encoding: 'GSM-7' | 'UCS-2'
  /** Parts that are paid for. 0 for an empty text. */
  segments: number
  /** Septets in GSM-7, UTF-16 code units in UCS-2. */
  units: number
  /** Units that still fit into the last segment. */
  left: number
  /** The characters because of which GSM-7 does not do, each once. */
  beyondGsm: string[]
}

/** Units of one segment alone and of each where there are several: the header that joins them takes 6 octets. */
const sizes = { 'GSM-7': { alone: 160, each: 153 }, 'UCS-2': { alone: 70, each: 67 } }

/**
 * Counts the segments of an SMS, as networks divide it: 160 septets or 70 UTF-16 code units in one, 153 or 67 each in
 * several. A character of two units (an extension character, a surrogate pair) is never cut: it goes whole into the next.
 */
export function countSegments(text: string): Segments {
  const characters = [...text]
  const beyondGsm = [...new Set(characters.filter((character) => !basic.has(character) && !extension.has(character)))]
  const encoding = beyondGsm.length === 0 ? 'GSM-7' : 'UCS-2'
  const widths = characters.map((character) =>
    encoding === 'UCS-2' ? character.length : extension.has(character) ? 2 : 1,
  )
  const units = widths.reduce((sum, width) => sum + width, 0)
  const { alone, each } = sizes[encoding]
  if (units <= alone) return { encoding, segments: units === 0 ? 0 : 1, units, left: alone - units, beyondGsm }
  let segments = 1
  let used = 0
  for (const width of widths) {
    if (used + width > each) {
      segments += 1
      used = 0
    }
    used += width
  }
  return { encoding, segments, units, left: each - used, beyondGsm }
}

/** Whether a text needs no more than `most` segments. */
export const fitsSegments = (text: string, most = 1): boolean => countSegments(text).segments <= most

const typographic: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‹': "'",
  '›': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '\u00A0': ' ',
  '\u2009': ' ',
  '\u202F': ' ',
  '\u200B': '',
  '\uFEFF': '',
}

/** Writes typographic quotes, dashes and spaces as GSM-7 has them; one `’` would otherwise halve what a segment holds.
 * Letters stay as they are. */
export const transliterate = (text: string): string =>
  text.replace(
    /[‘’‚‛“”„‟«»‹›–—‐‑−…•\u00A0\u2009\u202F\u200B\uFEFF]/g,
    (character) => typographic[character] ?? character,
  )
