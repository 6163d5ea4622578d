import { createDecipheriv, createPublicKey, createVerify, ECDH, hkdfSync, timingSafeEqual } from 'node:crypto'
import { SenderError } from '../errors.ts'
import type { ByteReader } from './byte-reader.ts'
import { type EncryptedDataKey, type Header, readHeader } from './read-header.ts'

/** Opens one of a message's data keys, as a rule by KMS. */
export type Unwrap = (
  dataKeys: readonly EncryptedDataKey[],
  context: Readonly<Record<string, string>>,
) => Promise<Uint8Array>

const PUBLIC_KEY = 'aws-crypto-public-key'
const LAST_FRAME = 0xffffffff
const IV_BYTES = 12
const TAG_BYTES = 16

const refuse = (why: string) => new SenderError('DecryptFailed', why)

/** The key of the content. Where the suite commits to its key, no other key opens the message to another text. */
function deriveKey(header: Header, dataKey: Uint8Array): Buffer {
  const { suite, suiteId, messageId, commitment } = header
  if (dataKey.length !== suite.keyBytes)
    throw refuse(`The data key has ${dataKey.length} bytes, not ${suite.keyBytes}.`)
  if (!suite.kdf) return Buffer.from(dataKey)
  const id = Buffer.of(suiteId >> 8, suiteId & 0xff)
  const derive = (salt: Uint8Array, info: Uint8Array, bytes: number) =>
    Buffer.from(hkdfSync(suite.kdf!, dataKey, salt, info, bytes))
  if (!commitment) return derive(Buffer.alloc(0), Buffer.concat([id, messageId]), suite.keyBytes)
  if (!timingSafeEqual(derive(messageId, Buffer.from('COMMITKEY'), commitment.length), commitment)) {
    throw refuse('The message commits to another key than the one that opens it.')
  }
  return derive(messageId, Buffer.concat([id, Buffer.from('DERIVEKEY')]), suite.keyBytes)
}

/** AES-GCM. @throws {SenderError} when the tag does not fit. */
function decipher(key: Buffer, part: { iv: Buffer; aad: Buffer; tag: Buffer; content: Buffer; what: string }): Buffer {
  const gcm = createDecipheriv(`aes-${(key.length * 8) as 256}-gcm`, key, part.iv, { authTagLength: TAG_BYTES })
  gcm.setAAD(part.aad).setAuthTag(part.tag)
  try {
    return Buffer.concat([gcm.update(part.content), gcm.final()])
  } catch (cause) {
    throw new SenderError('DecryptFailed', `The ${part.what} of the encrypted message was altered.`, cause)
  }
}

function contentAad(header: Header, label: string, sequence: number, length: number | bigint): Buffer {
  const numbers = Buffer.alloc(12)
  numbers.writeUInt32BE(sequence)
  numbers.writeBigUInt64BE(BigInt(length), 4)
  return Buffer.concat([header.messageId, Buffer.from(`AWSKMSEncryptionClient ${label}`), numbers])
}

function openBlock(header: Header, key: Buffer, reader: ByteReader): Buffer {
  const iv = reader.take(IV_BYTES)
  const length = reader.uint64()
  if (length > reader.left) throw refuse('The encrypted message ends early.')
  const content = reader.take(Number(length))
  const aad = contentAad(header, 'Single Block', 1, length)
  return decipher(key, { iv, aad, content, tag: reader.take(TAG_BYTES), what: 'content' })
}

function openFrames(header: Header, key: Buffer, reader: ByteReader): Buffer {
  const frames: Buffer[] = []
  for (let sequence = 1, last = false; !last; sequence++) {
    let number = reader.uint32()
    last = number === LAST_FRAME
    if (last) number = reader.uint32()
    if (number !== sequence) throw refuse('The frames of the encrypted message are out of order.')
    const iv = reader.take(IV_BYTES)
    const length = last ? reader.uint32() : header.frameLength
    if (length > header.frameLength) throw refuse('The last frame of the encrypted message is too long.')
    const content = reader.take(length)
    const aad = contentAad(header, last ? 'Final Frame' : 'Frame', sequence, length)
    frames.push(decipher(key, { iv, aad, content, tag: reader.take(TAG_BYTES), what: 'content' }))
  }
  return Buffer.concat(frames)
}

/** The public key of the message's context, a compressed point in base64, as Node takes it. */
function publicKeyOf(header: Header, curve: 'prime256v1' | 'secp384r1') {
  try {
    const point = Buffer.from(header.context[PUBLIC_KEY] ?? '', 'base64')
    const size = curve === 'secp384r1' ? 48 : 32
    if (point.length !== size + 1) throw new RangeError('not a compressed point of the curve')
    const whole = ECDH.convertKey(point, curve, undefined, undefined, 'uncompressed') as Buffer
    const x = whole.toString('base64url', 1, size + 1)
    const y = whole.toString('base64url', size + 1)
    const crv = curve === 'secp384r1' ? 'P-384' : 'P-256'
    return createPublicKey({ key: { kty: 'EC', crv, x, y }, format: 'jwk' })
  } catch (cause) {
    throw new SenderError('DecryptFailed', 'The message is signed, but its context holds no public key.', cause)
  }
}

/**
 * Opens a whole message of the AWS Encryption SDK: version 1 and 2, framed or not, every suite of `suites`. Its header,
 * each frame and the signature are checked before a byte is given back.
 *
 * Stricter than the official SDK in one thing: bytes after the end of an unsigned message are refused, not passed over.
 * @throws {SenderError} `DecryptFailed`.
 */
export async function openMessage(message: Uint8Array, unwrap: Unwrap): Promise<{ plaintext: Buffer; header: Header }> {
  const { header, reader } = readHeader(message)
  const { signature } = header.suite
  const verifier = signature && { key: publicKeyOf(header, signature.curve), hash: signature.hash }
  if (!verifier && header.context[PUBLIC_KEY] !== undefined) {
    throw refuse('The context holds a public key, but the algorithm suite does not sign.')
  }
  const dataKey = await unwrap(header.dataKeys, header.context)
  const key = deriveKey(header, dataKey)
  try {
    decipher(key, { iv: header.iv, aad: header.raw, tag: header.tag, content: Buffer.alloc(0), what: 'header' })
    const plaintext = header.framed ? openFrames(header, key, reader) : openBlock(header, key, reader)
    if (verifier) {
      const signed = reader.bytes.subarray(0, reader.position)
      const given = reader.field()
      const holds = createVerify(verifier.hash).update(signed).verify(verifier.key, given)
      if (!holds) throw refuse('The signature of the encrypted message does not hold.')
    }
    if (reader.left > 0) throw refuse('More bytes follow after the end of the encrypted message.')
    return { plaintext, header }
  } finally {
    key.fill(0)
    dataKey.fill(0)
  }
}
