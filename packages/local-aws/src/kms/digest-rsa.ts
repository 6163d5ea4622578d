import {
  constants,
  createHash,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { element } from './der.ts'

/**
 * RSA signatures over a digest that is there already, which Node does not offer: it hashes always. The encodings are those
 * of RFC 8017, EMSA-PKCS1-v1_5 and EMSA-PSS with a salt as long as the digest.
 */
const HASH_IDS: Readonly<Record<string, string>> = {
  sha256: '0609608648016503040201',
  sha384: '0609608648016503040202',
  sha512: '0609608648016503040203',
}
const NULL = Buffer.from([5, 0])

const bitsOf = (key: KeyObject) => key.asymmetricKeyDetails?.modulusLength ?? 0

export function signDigestByRsa(privateKey: KeyObject, kind: string, hash: string, digest: Uint8Array): Buffer {
  const bits = bitsOf(privateKey)
  const encoded =
    kind === 'pss' ? encodePss(bits, hash, digest, randomBytes(digest.byteLength)) : encodePkcs1(bits, hash, digest)
  return privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, encoded)
}

export function verifyDigestByRsa(
  publicKey: KeyObject,
  kind: string,
  hash: string,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const bits = bitsOf(publicKey)
  if (signature.byteLength !== bits / 8) return false
  let encoded: Buffer
  try {
    encoded = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature)
  } catch {
    // The number is not below the modulus.
    return false
  }
  const salt = kind === 'pss' ? saltOf(bits, hash, encoded) : undefined
  const right = salt ? encodePss(bits, hash, digest, salt) : encodePkcs1(bits, hash, digest)
  return timingSafeEqual(encoded, right)
}

function encodePkcs1(bits: number, hash: string, digest: Uint8Array): Buffer {
  const algorithm = element(0x30, Buffer.from(HASH_IDS[hash] ?? '', 'hex'), NULL)
  const info = element(0x30, algorithm, element(0x04, digest))
  const fill = Buffer.alloc(bits / 8 - info.length - 3, 0xff)
  return Buffer.concat([Buffer.from([0, 1]), fill, Buffer.from([0]), info])
}

/** The moduli have whole bytes, so the encoded message has one bit less than they have. */
function encodePss(bits: number, hash: string, digest: Uint8Array, salt: Uint8Array): Buffer {
  const seal = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest()
  const block = Buffer.alloc(bits / 8 - seal.length - 1)
  block[block.length - salt.byteLength - 1] = 1
  block.set(salt, block.length - salt.byteLength)
  const masked = xor(block, mask(hash, seal, block.length))
  masked[0] = (masked[0] ?? 0) & 0x7f
  return Buffer.concat([masked, seal, Buffer.from([0xbc])])
}

function saltOf(bits: number, hash: string, encoded: Buffer): Buffer {
  const bytes = createHash(hash).digest().length
  const length = bits / 8 - bytes - 1
  const block = xor(encoded.subarray(0, length), mask(hash, encoded.subarray(length, length + bytes), length))
  return block.subarray(-bytes)
}

/** MGF1 */
function mask(hash: string, seed: Uint8Array, length: number): Buffer {
  const parts: Buffer[] = []
  for (let count = 0, made = 0; made < length; count++) {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    const part = createHash(hash).update(seed).update(counter).digest()
    parts.push(part)
    made += part.length
  }
  return Buffer.concat(parts).subarray(0, length)
}

function xor(one: Uint8Array, other: Uint8Array): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)))
}
