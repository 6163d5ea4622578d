/** The little of DER that a ciphertext blob is framed in. */

/** One element: its tag, its length, its content. */
export function element(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(body.length)]), body])
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length]
  if (length < 0x100) return [0x81, length]
  return [0x82, length >> 8, length & 0xff]
}

/** The contents of the elements that follow each other in `bytes`; undefined where it is no such row. */
export function contents(bytes: Buffer): Buffer[] | undefined {
  const found: Buffer[] = []
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at + 1]
    if (first === undefined) return undefined
    const more = first < 0x80 ? 0 : first & 0x7f
    if (more > 2) return undefined
    let length = more === 0 ? first : 0
    for (let index = 0; index < more; index++) length = length * 256 + (bytes[at + 2 + index] ?? 0)
    const start = at + 2 + more
    if (start + length > bytes.length) return undefined
    found.push(bytes.subarray(start, start + length))
    at = start + length
  }
  return found
}
