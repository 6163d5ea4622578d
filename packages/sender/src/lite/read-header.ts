import { ByteReader, refuse } from './byte-reader.ts'
import { type Suite, suites } from './suites.ts'

/** A data key as some key encrypted it. */
export interface EncryptedDataKey {
  /** `aws-kms` for a key of KMS. */
  readonly provider: string
  /** For a key of KMS its ARN. */
  readonly info: string
  readonly ciphertext: Buffer
}

export interface Header {
  readonly suiteId: number
  readonly suite: Suite
  readonly messageId: Buffer
  readonly context: Readonly<Record<string, string>>
  readonly dataKeys: readonly EncryptedDataKey[]
  readonly framed: boolean
  /** Bytes of each frame but the last. */
  readonly frameLength: number
  /** What the key has to commit to; undefined in suites that do not. */
  readonly commitment: Buffer | undefined
  /** All that `tag` authenticates. */
  readonly raw: Buffer
  readonly iv: Buffer
  readonly tag: Buffer
}

const IV_BYTES = 12
const TAG_BYTES = 16
const COMMITMENT_BYTES = 32
const FRAMED = 2
const UNFRAMED = 1

/** Says what bytes are that are no message of the AWS Encryption SDK. */
function describeForeign(bytes: Buffer): string {
  const what = 'The code is not a message of the AWS Encryption SDK'
  if (bytes.length === 0) return `${what}: it is empty, or no base64.`
  if (/^A(YA|g[RV])/.test(bytes.toString('latin1', 0, 3))) return `${what}: it is one, encoded in base64 twice.`
  if (bytes[0] === 1 && bytes[1] === 2) {
    return `${what} but what kms:Encrypt answers. Cognito sends such messages, which begin with AYAD; encrypt with the SDK.`
  }
  return `${what}: it begins with 0x${bytes.toString('hex', 0, 2)}, and those begin with 0x0180 or 0x02.`
}

function readContext(section: Buffer): Record<string, string> {
  const context: Record<string, string> = Object.create(null)
  if (section.length === 0) return context
  const reader = new ByteReader(section)
  for (let pairs = reader.uint(2); pairs > 0; pairs--) {
    const name = reader.field().toString('utf8')
    const value = reader.field().toString('utf8')
    if (context[name] !== undefined) throw refuse('The encryption context of the message names a member twice.')
    context[name] = value
  }
  if (reader.left > 0) throw refuse('The encryption context of the message is longer than its members.')
  return context
}

function readDataKeys(reader: ByteReader): EncryptedDataKey[] {
  const count = reader.uint(2)
  if (count === 0) throw refuse('The message has no data key.')
  return Array.from({ length: count }, () => ({
    provider: reader.field().toString('utf8'),
    info: reader.field().toString('utf8'),
    ciphertext: reader.field(),
  }))
}

/**
 * Reads the header of a message, by the AWS Encryption SDK's message format, versions 1 and 2. Nothing of it is to be
 * trusted before `tag` is checked with the data key.
 * @returns the header, and a reader that stands where the body begins.
 * @throws {SenderError} `DecryptFailed`, saying what the bytes are instead.
 */
export function readHeader(bytes: Uint8Array): { header: Header; reader: ByteReader } {
  const reader = new ByteReader(bytes)
  const [first, second] = reader.bytes
  if (first !== 2 && !(first === 1 && second === 0x80)) throw refuse(describeForeign(reader.bytes))
  // Version 1 says in a second byte what it is for: authenticated data of a customer.
  const version = first
  reader.take(version === 1 ? 2 : 1)

  const suiteId = reader.uint(2)
  const suite = suites.get(suiteId)
  if (suite?.version !== version) {
    const id = suiteId.toString(16).padStart(4, '0')
    throw refuse(`Algorithm suite 0x${id} is not one of messages of version ${version}.`)
  }
  const messageId = reader.take(version === 1 ? 16 : 32)
  const context = readContext(reader.field())
  const dataKeys = readDataKeys(reader)

  const contentType = reader.uint(1)
  if (contentType !== FRAMED && contentType !== UNFRAMED) throw refuse(`Content type ${contentType} is not known.`)
  if (version === 1 && (reader.uint(4) !== 0 || reader.uint(1) !== IV_BYTES)) throw refuse('The header is malformed.')
  const frameLength = reader.uint(4)
  const commitment = version === 2 ? reader.take(COMMITMENT_BYTES) : undefined
  const raw = reader.bytes.subarray(0, reader.position)
  const iv = version === 1 ? reader.take(IV_BYTES) : Buffer.alloc(IV_BYTES)
  const tag = reader.take(TAG_BYTES)
  const framed = contentType === FRAMED
  return {
    header: { suiteId, suite, messageId, context, dataKeys, framed, frameLength, commitment, raw, iv, tag },
    reader,
  }
}
