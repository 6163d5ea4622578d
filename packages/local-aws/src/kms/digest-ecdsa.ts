import { createECDH, type KeyObject } from 'node:crypto'
import { contents, element } from './der.ts'

/**
 * ECDSA over a digest that is there already, which Node does not offer: it hashes always. The curve's own arithmetic is
 * OpenSSL's, by way of ECDH's public keys; what remains is done modulo the order of the curve.
 */
const ORDERS: Readonly<Record<string, bigint>> = {
  prime256v1: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  secp384r1: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  secp521r1:
    0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  secp256k1: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
}

interface Curve {
  readonly name: string
  readonly order: bigint
  /** The private key. */
  readonly secret: bigint
}

const number = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
const modulo = (value: bigint, order: bigint) => ((value % order) + order) % order

function curveOf(privateKey: KeyObject): Curve {
  const name = privateKey.asymmetricKeyDetails?.namedCurve ?? ''
  const order = ORDERS[name]
  const { d } = privateKey.export({ format: 'jwk' })
  if (order === undefined || d === undefined) throw new Error(`The curve ${name} is not known.`)
  return { name, order, secret: number(Buffer.from(d, 'base64url')) }
}

/** As many bits of the digest as the order has. */
function numberOfDigest(digest: Uint8Array, order: bigint): bigint {
  const excess = digest.byteLength * 8 - order.toString(2).length
  return excess > 0 ? number(digest) >> BigInt(excess) : number(digest)
}

function inverse(value: bigint, order: bigint): bigint {
  let [previous, current] = [order, modulo(value, order)]
  let [before, now] = [0n, 1n]
  while (current > 0n) {
    const quotient = previous / current
    ;[previous, current] = [current, previous - quotient * current]
    ;[before, now] = [now, before - quotient * now]
  }
  return modulo(before, order)
}

/** The first coordinate of the curve's generator taken `scalar` times. */
function timesGenerator(curve: Curve, scalar: bigint): bigint {
  const ecdh = createECDH(curve.name)
  const hex = scalar.toString(16)
  ecdh.setPrivateKey(Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'))
  const point = ecdh.getPublicKey()
  return number(point.subarray(1, 1 + (point.length - 1) / 2))
}

/** DER, as AWS documents. */
export function signDigestByEcdsa(privateKey: KeyObject, digest: Uint8Array): Buffer {
  const curve = curveOf(privateKey)
  const value = numberOfDigest(digest, curve.order)
  for (;;) {
    const once = createECDH(curve.name)
    const point = once.generateKeys()
    const r = modulo(number(point.subarray(1, 1 + (point.length - 1) / 2)), curve.order)
    const s = modulo(inverse(number(once.getPrivateKey()), curve.order) * (value + r * curve.secret), curve.order)
    if (r !== 0n && s !== 0n) return element(0x30, integer(r), integer(s))
  }
}

/** The holder of the private key checks with one multiplication: u₁G + u₂Q is (u₁ + u₂d)G. */
export function verifyDigestByEcdsa(privateKey: KeyObject, digest: Uint8Array, signature: Uint8Array): boolean {
  const curve = curveOf(privateKey)
  const { order } = curve
  const bytes = Buffer.from(signature)
  const [outer, ...more] = contents(bytes) ?? []
  const [first, second] = (outer && contents(outer)) ?? []
  if (!first || !second || more.length > 0) return false
  const [r, s] = [number(first), number(second)]
  if (r <= 0n || s <= 0n || r >= order || s >= order) return false
  if (!element(0x30, integer(r), integer(s)).equals(bytes)) return false
  const inverted = inverse(s, order)
  const scalar = modulo(numberOfDigest(digest, order) * inverted + modulo(r * inverted, order) * curve.secret, order)
  return scalar !== 0n && modulo(timesGenerator(curve, scalar), order) === r
}

function integer(value: bigint): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return element(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}
