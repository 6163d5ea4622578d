/**
 * Arrays in PostgreSQL's binary form, so that one statement takes the rows of many documents without quoting any of them.
 * What is not text travels in the parameter as it lies in the server's memory: big-endian, each value after its length.
 */

const HEADER = 20
const OID = { int4: 23, int8: 20, text: 25 } as const
const LOW = 2 ** 32

/** The parameter for a `text[]`. The texts are in their stored form: no NUL, no lone surrogate. */
export function textArray(values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? 0 : Buffer.byteLength(value)))
  const size = lengths.reduce((sum, length) => sum + 4 + length, HEADER)
  const hasNull = values.includes(null)
  const buffer = header(size, OID.text, values.length, hasNull)
  let at = HEADER
  for (const [i, value] of values.entries()) {
    const length = lengths[i] ?? 0
    at = buffer.writeInt32BE(value === null ? -1 : length, at)
    if (value !== null) at += buffer.write(value, at, length)
  }
  return buffer
}

/** The parameter for an `int8[]` of safe integers. */
export function bigintArray(values: readonly (number | null)[]): Buffer {
  const filled = values.filter((value) => value !== null).length
  const buffer = header(HEADER + values.length * 4 + filled * 8, OID.int8, values.length, filled < values.length)
  let at = HEADER
  for (const value of values) {
    if (value === null) {
      at = buffer.writeInt32BE(-1, at)
      continue
    }
    const high = Math.floor(value / LOW)
    at = buffer.writeInt32BE(8, at)
    at = buffer.writeInt32BE(high, at)
    at = buffer.writeUInt32BE(value - high * LOW, at)
  }
  return buffer
}

/** The parameter for an `int4[]`. */
export function integerArray(values: readonly number[]): Buffer {
  const buffer = header(HEADER + values.length * 8, OID.int4, values.length, false)
  let at = HEADER
  for (const value of values) {
    at = buffer.writeInt32BE(4, at)
    at = buffer.writeInt32BE(value, at)
  }
  return buffer
}

function header(size: number, oid: number, length: number, hasNull: boolean): Buffer {
  const buffer = Buffer.allocUnsafe(size)
  // One dimension, whose first index is 1; an empty array has the same with length 0.
  for (const [i, word] of [1, hasNull ? 1 : 0, oid, length, 1].entries()) buffer.writeInt32BE(word, i * 4)
  return buffer
}
