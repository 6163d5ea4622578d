import { createCipheriv, createECDH, createPrivateKey, createSign, hkdfSync } from 'node:crypto'
import { system } from '../system.ts'

/** AES-256-GCM, HKDF with SHA-384, ECDSA on P-384, no key commitment: the suite of every message of Cognito. */
const suite = 0x0378
const frameLength = 4096

const uint16 = (value: number) => Buffer.of(value >> 8, value & 0xff)
const uint32 = (value: number) => Buffer.of(value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff)

function field(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value as string)
  return Buffer.concat([uint16(bytes.length), bytes])
}

/** A pair of keys for one message, as the Encryption SDK makes one for each. */
function signer() {
  const pair = createECDH('secp384r1')
  const point = pair.generateKeys()
  const d = Buffer.concat([Buffer.alloc(48), pair.getPrivateKey()]).subarray(-48)
  const [x, y] = [point.subarray(1, 49), point.subarray(49)].map((part) => part.toString('base64url'))
  const jwk = { kty: 'EC', crv: 'P-384', x: x!, y: y!, d: d.toString('base64url') }
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  return {
    publicKey: pair.getPublicKey('base64', 'compressed'),
    sign: (bytes: Uint8Array) => createSign('sha384').update(bytes).sign(key),
  }
}

/** Encrypts a data key under a KMS key, for the given context. */
export type WrapKey = (dataKey: Uint8Array, context: Readonly<Record<string, string>>) => Uint8Array

/**
 * Encrypts a text as Cognito encrypts codes: a message of the AWS Encryption SDK, version 1, suite 0x0378, one data key of
 * the provider `aws-kms`, one last frame, and a signature. No two messages are alike, even of one text.
 * @param text at most 4096 bytes, as a frame has.
 * @param context the encryption context: `userpool-id`, in Cognito's.
 * @returns base64, as it stands in `request.code`.
 * @throws {RangeError} for a longer text.
 */
export function sealCode(
  text: string,
  keyArn: string,
  context: Readonly<Record<string, string>>,
  wrap: WrapKey,
): string {
  const content = Buffer.from(text)
  if (content.length > frameLength) throw new RangeError(`a code has at most ${frameLength} bytes`)
  const { publicKey, sign } = signer()
  const whole = { ...context, 'aws-crypto-public-key': publicKey }
  const pairs = Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1))
  const section = Buffer.concat([
    uint16(pairs.length),
    ...pairs.flatMap(([name, value]) => [field(name), field(value)]),
  ])

  const dataKey = system.bytes(32)
  const messageId = system.bytes(16)
  const info = Buffer.concat([uint16(suite), messageId])
  const key = Buffer.from(hkdfSync('sha384', dataKey, Buffer.alloc(0), info, 32))
  const seal = (iv: Buffer, aad: Buffer, plain: Buffer) => {
    const gcm = createCipheriv('aes-256-gcm', key, iv).setAAD(aad)
    return Buffer.concat([gcm.update(plain), gcm.final(), gcm.getAuthTag()])
  }

  const header = Buffer.concat([
    Buffer.of(1, 0x80),
    info,
    field(section),
    uint16(1),
    field('aws-kms'),
    field(keyArn),
    field(wrap(dataKey, whole)),
    Buffer.of(2),
    uint32(0),
    Buffer.of(12),
    uint32(frameLength),
  ])
  const headerIv = Buffer.alloc(12)
  const sequence = uint32(1)
  const frameIv = Buffer.concat([Buffer.alloc(8), sequence])
  const length = uint32(content.length)
  const label = Buffer.from('AWSKMSEncryptionClient Final Frame')
  const frameAad = Buffer.concat([messageId, label, sequence, Buffer.alloc(4), length])
  const message = Buffer.concat([
    header,
    headerIv,
    seal(headerIv, header, Buffer.alloc(0)),
    uint32(0xffffffff),
    sequence,
    frameIv,
    length,
    seal(frameIv, frameAad, content),
  ])
  return Buffer.concat([message, field(sign(message))]).toString('base64')
}
