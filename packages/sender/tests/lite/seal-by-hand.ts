import { createCipheriv, createECDH, createPrivateKey, createSign, hkdfSync } from 'node:crypto'
import type { Sealing } from './official.ts'

const kdfs: Record<number, string | undefined> = {
  276: 'sha256',
  326: 'sha256',
  376: 'sha256',
  532: 'sha256',
  838: 'sha384',
  888: 'sha384',
  1144: 'sha512',
  1400: 'sha512',
}

const uint = (bytes: number, value: number | bigint) => {
  const buffer = Buffer.alloc(8)
  buffer.writeBigUInt64BE(BigInt(value))
  return buffer.subarray(8 - bytes)
}
const field = (value: string | Uint8Array) => {
  const bytes = Buffer.from(value as string)
  return Buffer.concat([uint(2, bytes.length), bytes])
}

function signerOf(suiteId: number) {
  const curve = { 532: 'prime256v1', 838: 'secp384r1', 888: 'secp384r1', 1400: 'secp384r1' }[suiteId]
  if (!curve) return undefined
  const pair = createECDH(curve)
  const whole = pair.generateKeys()
  const size = (whole.length - 1) / 2
  const [x, y] = [whole.subarray(1, size + 1), whole.subarray(size + 1)].map((part) => part.toString('base64url'))
  const d = Buffer.concat([Buffer.alloc(size), pair.getPrivateKey()])
    .subarray(-size)
    .toString('base64url')
  const jwk = { kty: 'EC', crv: size === 48 ? 'P-384' : 'P-256', x: x!, y: y!, d }
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  const sign = (bytes: Buffer) =>
    createSign(size === 48 ? 'sha384' : 'sha256')
      .update(bytes)
      .sign(key)
  return { publicKey: pair.getPublicKey('base64', 'compressed'), sign }
}

/** A frame as it is to be written, right or wrong. */
export interface Frame {
  sequence: number
  last?: boolean
  content: Uint8Array
  /** Default: the sequence number, as AWS's SDKs write it. */
  iv?: Buffer
}

export interface ByHand extends Sealing {
  messageId: Buffer
  /** One block without frames, or frames. */
  body: Uint8Array | Frame[]
  /** Changes the header before it is authenticated. */
  alterHeader?: (header: Buffer) => Buffer
  /** Changes the point that the context names as the signer's key. */
  alterKey?: (point: Buffer) => Buffer
}

const ivOf = (sequence: number) => Buffer.concat([Buffer.alloc(8), uint(4, sequence)])

/**
 * A message by the message format of AWS's documentation, with every tag and the signature right, whatever it says. The
 * SDK for JavaScript makes no messages without frames, though it opens them, and none that are malformed.
 */
export function sealByHand(given: ByHand): Buffer {
  const { suiteId, dataKey, messageId, body } = given
  const commits = suiteId >= 0x0400
  const framed = Array.isArray(body)
  const signer = signerOf(suiteId)
  const { alterKey = (point) => point } = given
  const publicKey = signer && alterKey(Buffer.from(signer.publicKey, 'base64')).toString('base64')
  const context = { ...(publicKey && { 'aws-crypto-public-key': publicKey }), ...given.context }
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))
  const section = pairs.length
    ? Buffer.concat([uint(2, pairs.length), ...pairs.flatMap(([name, value]) => [field(name), field(value)])])
    : Buffer.alloc(0)

  const derive = (salt: Uint8Array, info: Uint8Array) =>
    Buffer.from(hkdfSync(kdfs[suiteId]!, dataKey, salt, info, dataKey.length))
  const id = uint(2, suiteId)
  const key = !kdfs[suiteId]
    ? Buffer.from(dataKey)
    : commits
      ? derive(messageId, Buffer.concat([id, Buffer.from('DERIVEKEY')]))
      : derive(Buffer.alloc(0), Buffer.concat([id, messageId]))
  const frameLength = uint(4, framed ? given.frameLength : 0)
  const right = Buffer.concat([
    commits ? Buffer.of(2) : Buffer.of(1, 0x80),
    id,
    messageId,
    field(section),
    uint(2, 1),
    field('fixed'),
    field('key'),
    field(Buffer.alloc(32)),
    Buffer.of(framed ? 2 : 1),
    commits ? frameLength : Buffer.concat([uint(4, 0), Buffer.of(12), frameLength]),
    commits ? derive(messageId, Buffer.from('COMMITKEY')) : Buffer.alloc(0),
  ])
  const raw = given.alterHeader?.(right) ?? right

  const encrypt = (iv: Buffer, aad: Buffer, content: Uint8Array) => {
    const gcm = createCipheriv(`aes-${(key.length * 8) as 256}-gcm`, key, iv).setAAD(aad)
    return Buffer.concat([gcm.update(content), gcm.final(), gcm.getAuthTag()])
  }
  const encryptPart = (label: string, sequence: number, iv: Buffer, content: Uint8Array) => {
    const text = Buffer.from(`AWSKMSEncryptionClient ${label}`)
    return encrypt(iv, Buffer.concat([messageId, text, uint(4, sequence), uint(8, content.length)]), content)
  }
  const writeFrame = ({ sequence, last, content, iv = ivOf(sequence) }: Frame) =>
    last
      ? [
          uint(4, 0xffffffff),
          uint(4, sequence),
          iv,
          uint(4, content.length),
          encryptPart('Final Frame', sequence, iv, content),
        ]
      : [uint(4, sequence), iv, encryptPart('Frame', sequence, iv, content)]

  const headerIv = Buffer.alloc(12)
  const parts = framed
    ? body.flatMap(writeFrame)
    : [ivOf(1), uint(8, body.length), encryptPart('Single Block', 1, ivOf(1), body)]
  const whole = Buffer.concat([
    raw,
    commits ? Buffer.alloc(0) : headerIv,
    encrypt(headerIv, raw, Buffer.alloc(0)),
    ...parts,
  ])
  return signer ? Buffer.concat([whole, field(signer.sign(whole))]) : whole
}
