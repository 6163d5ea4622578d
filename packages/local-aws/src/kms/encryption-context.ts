/** Name and value pairs that are bound to a ciphertext without being in it. */
export type EncryptionContext = Readonly<Record<string, string>>

/**
 * The one form of a context, whatever order its pairs came in: pairs sorted by code units, each text with its length
 * before it, so that no two contexts share a form.
 */
export function contextBytes(context: EncryptionContext = {}): Buffer {
  const parts: Buffer[] = []
  for (const name of Object.keys(context).sort()) {
    for (const text of [name, context[name] ?? '']) {
      const bytes = Buffer.from(text)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      parts.push(length, bytes)
    }
  }
  return Buffer.concat(parts)
}

/** Whether every pair of `part` is in `whole`. */
export function isPartOf(part: EncryptionContext, whole: EncryptionContext): boolean {
  return Object.entries(part).every(([name, value]) => Object.hasOwn(whole, name) && whole[name] === value)
}

export function isSameContext(one: EncryptionContext, other: EncryptionContext): boolean {
  return Object.keys(one).length === Object.keys(other).length && isPartOf(one, other)
}
