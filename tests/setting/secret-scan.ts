import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What must not be found: a name for the report, and the value. */
export type Secrets = Map<string, string | Uint8Array>

/** Long values may lie in pieces, as a database's pages cut them: each piece of this size counts. Bytes. */
const PIECE = 32
/** Codes are looked for between other characters: in the middle of a longer number or hash they are chance. */
const SHORT = 8

/**
 * Looks for secrets in bytes: as they are, base64 (each alignment, both alphabets), hexadecimal, URL-encoded, JSON- and
 * HTML-escaped, UTF-16.
 * @returns `<name> as <form> in <where>` for each find.
 */
export function findSecrets(secrets: Secrets, places: Iterable<readonly [where: string, bytes: Buffer]>): string[] {
  const sought = [...secrets].flatMap(([name, value]) =>
    [...formsOf(value)].map(([needle, form]) => ({ name, form, needle: Buffer.from(needle, 'latin1') })),
  )
  const found: string[] = []
  for (const [where, bytes] of places) {
    for (const { name, form, needle } of sought) {
      if (contains(bytes, needle)) found.push(`${name} as ${form} in ${where}`)
    }
  }
  return found
}

/** Every file below a folder, whole. */
export function* filesBelow(folder: string): Generator<readonly [string, Buffer]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    yield [path, readFileSync(path)]
  }
}

function contains(bytes: Buffer, needle: Buffer): boolean {
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
    if (needle.length >= SHORT) return true
    if (!isWord(bytes[at - 1]) && !isWord(bytes[at + needle.length])) return true
  }
  return false
}

const isWord = (byte: number | undefined) => byte !== undefined && /[0-9A-Za-z]/.test(String.fromCharCode(byte))

/** Needles as latin1 text, so that bytes and text are looked for alike. */
function formsOf(value: string | Uint8Array): Map<string, string> {
  const forms = new Map<string, string>()
  for (const piece of piecesOf(Buffer.from(value))) {
    const add = (text: string, form: string) => {
      if (text.length >= 5 && !forms.has(text)) forms.set(text, form)
    }
    add(piece.toString('latin1'), 'it is')
    for (const shift of [0, 1, 2]) {
      for (const alphabet of ['base64', 'base64url'] as const) {
        // Characters that also hold bits of a neighbour, whom nobody knows, are cut off.
        const padded = Buffer.concat([Buffer.alloc(shift), piece])
          .toString(alphabet)
          .replace(/=+$/, '')
        const end = (shift + piece.length) % 3 === 0 ? padded.length : padded.length - 1
        add(padded.slice(shift === 0 ? 0 : shift + 1, end), alphabet)
      }
    }
    const hex = piece.toString('hex')
    add(hex, 'hex')
    add(hex.toUpperCase(), 'hex')
    if (typeof value !== 'string') continue
    const text = piece.toString('utf8')
    const addText = (escaped: string, form: string) => add(Buffer.from(escaped).toString('latin1'), form)
    const percent = encodeURIComponent(text)
    addText(percent, 'URL-encoded')
    addText(
      percent.replace(/%../g, (sign) => sign.toLowerCase()),
      'URL-encoded',
    )
    addText(new URLSearchParams({ a: text }).toString().slice(2), 'form-encoded')
    addText(JSON.stringify(text).slice(1, -1), 'JSON-escaped')
    addText(JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1), 'JSON-escaped twice')
    for (const quote of ['&#39;', '&#x27;', '&apos;']) addText(htmlEscaped(text, quote), 'HTML-escaped')
    add(Buffer.from(text, 'utf16le').toString('latin1'), 'UTF-16')
  }
  return forms
}

function piecesOf(value: Buffer): Buffer[] {
  if (value.length <= PIECE * 2) return [value]
  const starts = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.floor(part * (value.length - PIECE)))
  return starts.map((start) => value.subarray(start, start + PIECE))
}

function htmlEscaped(text: string, quote: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": quote }
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!)
}
