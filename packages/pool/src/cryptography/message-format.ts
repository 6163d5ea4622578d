/**
 * The bytes of an AWS Encryption SDK message as Cognito makes it, after AWS's description of the format and captures of live
 * pools: version 1, suite 0x0378 (AES-256-GCM, HKDF-SHA384, ECDSA on P-384, no key commitment), one data key, one frame.
 */

export const SUITE = Buffer.from('0378', 'hex')
export const TAG_BYTES = 16
export const FRAME_BYTES = 4096
export const MESSAGE_ID_BYTES = 16

const VERSION_AND_TYPE = Buffer.from('0180', 'hex')
const FRAMED = 2
const IV_BYTES = 12
const LAST_FRAME = Buffer.alloc(4, 0xff)
const SEQUENCE = Buffer.from('00000001', 'hex')

/** The header is sealed with an IV of zeros, a frame with its sequence number. */
export const HEADER_IV = Buffer.alloc(IV_BYTES)
export const FRAME_IV = Buffer.concat([Buffer.alloc(IV_BYTES - SEQUENCE.length), SEQUENCE])

export interface DataKeyBlob {
  provider: string
  /** ARN of the key that encrypted it. */
  info: string
  blob: Uint8Array
}

function counted(bytes: Uint8Array | string): Buffer {
  const body = Buffer.from(bytes)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length)
  return Buffer.concat([length, body])
}

const count = (n: number) => Buffer.from([n >> 8, n & 0xff])

function fourBytes(n: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(n)
  return bytes
}

/** The header without its authentication. @param context pairs in the order of their names' bytes. */
export function header(messageId: Uint8Array, context: readonly [string, string][], dataKey: DataKeyBlob): Buffer {
  const pairs = Buffer.concat([count(context.length), ...context.flat().map(counted)])
  return Buffer.concat([
    VERSION_AND_TYPE,
    SUITE,
    messageId,
    counted(pairs),
    count(1),
    counted(dataKey.provider),
    counted(dataKey.info),
    counted(dataKey.blob),
    Buffer.from([FRAMED]),
    Buffer.alloc(4),
    Buffer.from([IV_BYTES]),
    fourBytes(FRAME_BYTES),
  ])
}

/** What the seal of the only frame covers beside its content. @param length of the content, in bytes. */
export function frameContext(messageId: Uint8Array, length: number): Buffer {
  const name = 'AWSKMSEncryptionClient Final Frame'
  return Buffer.concat([messageId, Buffer.from(name), SEQUENCE, Buffer.alloc(4), fourBytes(length)])
}

export function lastFrame(content: Buffer, tag: Buffer): Buffer {
  return Buffer.concat([LAST_FRAME, SEQUENCE, FRAME_IV, fourBytes(content.length), content, tag])
}

export const footer = counted
