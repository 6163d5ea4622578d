/** The order of the group of P-384 (FIPS 186-4, D.1.2.4). */
const ORDER = BigInt(
  '0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
)
const NUMBER_BYTES = 48
const SIGNED = 0x80

/**
 * A P-384 signature in the length that live pools' have, 103 bytes, wherever that can be had: of its two numbers (r, s), s may be
 * replaced by its negative, and each takes a byte more in DER when its first bit is set.
 * @param der as OpenSSL makes it
 */
export function evenSignature(der: Buffer): Buffer {
  const rLength = der[3] ?? 0
  const r = der.subarray(4, 4 + rLength)
  const s = der.subarray(6 + rLength)
  const bothAlike = r.length === s.length && r.length >= NUMBER_BYTES
  if (!bothAlike) return der
  const negative = integer(ORDER - BigInt(`0x${s.toString('hex')}`))
  const content = Buffer.concat([derInteger(r), derInteger(negative)])
  return Buffer.concat([Buffer.from([0x30, content.length]), content])
}

const derInteger = (bytes: Buffer) => Buffer.concat([Buffer.from([2, bytes.length]), bytes])

/** As few bytes as hold it, with a zero in front where its first bit is set. */
function integer(value: bigint): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return (bytes[0] ?? 0) >= SIGNED ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes
}
