import {
  createDecipheriv,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import { type ByteReader, refuse } from './byte-reader.ts'
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

/**
 * The key of the content. Where the suite commits to its key, no other key opens the message to another text. Keys are key objects:
 * Node takes one in bytes several times slower, for it makes two errors on the way to finding out that it is none.
 */
function deriveKey(header: Header, dataKey: Uint8Array): KeyObject {
  const { suite, suiteId, messageId, commitment } = header
  if (dataKey.length !== suite.keyBytes)
    throw refuse(`The data key has ${dataKey.length} bytes, not ${suite.keyBytes}.`)
  const given = createSecretKey(dataKey)
  if (!suite.kdf) return given
  const id = Buffer.of(suiteId >> 8, suiteId & 0xff)
  const derive = (salt: Uint8Array, info: Uint8Array, bytes: number) =>
    Buffer.from(hkdfSync(suite.kdf!, given, salt, info, bytes))
  const secret = (salt: Uint8Array, info: Uint8Array) => {
    const derived = derive(salt, info, suite.keyBytes)
    try {
      return createSecretKey(derived)
    } finally {
      derived.fill(0)
    }
  }
  if (!commitment) return secret(Buffer.alloc(0), Buffer.concat([id, messageId]))
  if (!timingSafeEqual(derive(messageId, Buffer.from('COMMITKEY'), commitment.length), commitment)) {
    throw refuse('The message commits to another key than the one that opens it.')
  }
  return secret(messageId, Buffer.concat([id, Buffer.from('DERIVEKEY')]))
}

/** AES-GCM. @param what is deciphered, for the error. @throws {SenderError} when the tag does not fit. */
function decipher(key: KeyObject, iv: Buffer, aad: Buffer, content: Buffer, tag: Buffer, what = 'content'): Buffer {
  const gcm = createDecipheriv(`aes-${(key.symmetricKeySize! * 8) as 256}-gcm`, key, iv, { authTagLength: TAG_BYTES })
  gcm.setAAD(aad).setAuthTag(tag)
  try {
    return Buffer.concat([gcm.update(content), gcm.final()])
  } catch (cause) {
    throw refuse(`The ${what} of the encrypted message was altered.`, cause)
  }
}

/** Opens the block or frame that begins at the reader. @param length reads how long it is; asked after the IV. */
function openPart(
  { header: { messageId }, key, reader }: { header: Header; key: KeyObject; reader: ByteReader },
  label: string,
  sequence: number,
  length: () => number,
): Buffer {
  const iv = reader.take(IV_BYTES)
  const content = reader.take(length())
  const numbers = Buffer.alloc(12)
  numbers.writeUInt32BE(sequence)
  numbers.writeBigUInt64BE(BigInt(content.length), 4)
  const aad = Buffer.concat([messageId, Buffer.from(`AWSKMSEncryptionClient ${label}`), numbers])
  return decipher(key, iv, aad, content, reader.take(TAG_BYTES))
}

function openFrames(message: Parameters<typeof openPart>[0]): Buffer {
  const { header, reader } = message
  const frames: Buffer[] = []
  for (let sequence = 1, last = false; !last; sequence++) {
    let number = reader.uint(4)
    last = number === LAST_FRAME
    if (last) number = reader.uint(4)
    if (number !== sequence) throw refuse('The frames of the encrypted message are out of order.')
    const frame = openPart(message, last ? 'Final Frame' : 'Frame', sequence, () => {
      const length = last ? reader.uint(4) : header.frameLength
      if (length > header.frameLength) throw refuse('The last frame of the encrypted message is too long.')
      return length
    })
    frames.push(frame)
  }
  return Buffer.concat(frames)
}

/** What stands before a compressed point in a SubjectPublicKeyInfo (RFC 5480), in DER: its lengths, `id-ecPublicKey`, the curve. */
const keyHeads = {
  prime256v1: '3039301306072a8648ce3d020106082a8648ce3d030107032200',
  secp384r1: '3046301006072a8648ce3d020106052b81040022033200',
}

/** The public key of the message's context: a compressed point in base64. */
function publicKeyOf(header: Header, curve: keyof typeof keyHeads): KeyObject {
  try {
    const point = Buffer.from(header.context[PUBLIC_KEY] ?? '', 'base64')
    const key = Buffer.concat([Buffer.from(keyHeads[curve], 'hex'), point])
    if (key.length !== 2 + key[1]!) throw new RangeError('not a compressed point of the curve')
    return createPublicKey(`-----BEGIN PUBLIC KEY-----\n${key.toString('base64')}\n-----END PUBLIC KEY-----`)
  } catch (cause) {
    throw refuse('The message is signed, but its context holds no public key.', cause)
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
    decipher(key, header.iv, header.raw, Buffer.alloc(0), header.tag, 'header')
    const whole = { header, key, reader }
    const plaintext = header.framed
      ? openFrames(whole)
      : openPart(whole, 'Single Block', 1, () => Number(reader.take(8).readBigUInt64BE()))
    if (verifier) {
      const signed = reader.bytes.subarray(0, reader.position)
      const holds = verify(verifier.hash, signed, verifier.key, reader.field())
      if (!holds) throw refuse('The signature of the encrypted message does not hold.')
    }
    if (reader.left > 0) throw refuse('More bytes follow after the end of the encrypted message.')
    return { plaintext, header }
  } finally {
    dataKey.fill(0)
  }
}
