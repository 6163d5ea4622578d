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

/**
 * A message with its content in one block, without frames. AWS's SDK for JavaScript opens such messages of other
 * languages' SDKs but makes none, so this is by the message format of its documentation.
 */
export function sealUnframed(plaintext: Uint8Array, sealing: Sealing, messageId: Buffer): Buffer {
  const { suiteId, dataKey } = sealing
  const commits = suiteId >= 0x0400
  const signer = signerOf(suiteId)
  const context = { ...sealing.context, ...(signer && { 'aws-crypto-public-key': signer.publicKey }) }
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
  const raw = Buffer.concat([
    commits ? Buffer.of(2) : Buffer.of(1, 0x80),
    id,
    messageId,
    field(section),
    uint(2, 1),
    field('fixed'),
    field('key'),
    field(Buffer.alloc(32)),
    Buffer.of(1),
    commits ? uint(4, 0) : Buffer.concat([uint(4, 0), Buffer.of(12), uint(4, 0)]),
    commits ? derive(messageId, Buffer.from('COMMITKEY')) : Buffer.alloc(0),
  ])

  const encrypt = (iv: Buffer, aad: Buffer, content: Uint8Array) => {
    const gcm = createCipheriv(`aes-${(key.length * 8) as 256}-gcm`, key, iv).setAAD(aad)
    return Buffer.concat([gcm.update(content), gcm.final(), gcm.getAuthTag()])
  }
  const headerIv = Buffer.alloc(12)
  const iv = Buffer.concat([Buffer.alloc(8), uint(4, 1)])
  const length = uint(8, plaintext.length)
  const aad = Buffer.concat([messageId, Buffer.from('AWSKMSEncryptionClient Single Block'), uint(4, 1), length])
  const whole = Buffer.concat([
    raw,
    commits ? Buffer.alloc(0) : headerIv,
    encrypt(headerIv, raw, Buffer.alloc(0)),
    iv,
    length,
    encrypt(iv, aad, plaintext),
  ])
  return signer ? Buffer.concat([whole, field(signer.sign(whole))]) : whole
}
