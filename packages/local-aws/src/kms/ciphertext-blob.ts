import { contents, element } from './der.ts'

/** What a ciphertext blob is made of. */
export interface CiphertextBlob {
  /** How it came to be: the third byte of the blob. */
  readonly origin: Origin
  /** Which key material it is encrypted under: 64 hexadecimal digits. */
  readonly materialId: string
  /** 16 bytes from which, with the material, the key of this one blob is derived. */
  readonly salt: Buffer
  /** 12 bytes */
  readonly nonce: Buffer
  /** Encrypted bytes, and the tag at their end. */
  readonly payload: Buffer
}

/** Blobs of data keys and of encrypted texts differ in this byte, as captured ones do. */
export type Origin = 1 | 2
export const DATA_KEY: Origin = 1
export const ENCRYPTED: Origin = 2

const MATERIAL = 5
const SALT = 38
const LENGTH = 54
const BODY = 58

const ENCRYPTED_DATA = Buffer.from('06092a864886f70d010706', 'hex')
const DATA = Buffer.from('06092a864886f70d010701', 'hex')
const AES_256_GCM = Buffer.from('060960864801650304012e', 'hex')
const VERSION_0 = Buffer.from('020100', 'hex')
const TAG_LENGTH_16 = Buffer.from('020110', 'hex')

/** The bytes before the frame; they are authenticated with the payload. */
export function blobHeader(blob: Pick<CiphertextBlob, 'origin' | 'materialId' | 'salt'>): Buffer {
  return Buffer.concat([
    Buffer.from([1, 2, blob.origin, 0, 0x78]),
    Buffer.from(blob.materialId, 'hex'),
    Buffer.from([1]),
    blob.salt,
  ])
}

/**
 * The blob in the form that captured ones have: a header, then a PKCS #7 EncryptedData that names AES-256-GCM, its nonce
 * and its tag length. A data key of 32 bytes makes 184 bytes. What AWS puts into the header's two fields is its own
 * affair; ours hold the material's id and the salt.
 */
export function writeBlob(blob: CiphertextBlob): Buffer {
  const algorithm = element(0x30, AES_256_GCM, element(0x30, element(0x04, blob.nonce), TAG_LENGTH_16))
  const content = element(0x30, DATA, algorithm, element(0x80, blob.payload))
  const frame = element(0x30, ENCRYPTED_DATA, element(0xa0, element(0x30, VERSION_0, content)))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(frame.length)
  return Buffer.concat([blobHeader(blob), length, frame])
}

/** Reads what `writeBlob` wrote; undefined for everything else, be it only one byte of the frame. */
export function readBlob(bytes: Buffer): CiphertextBlob | undefined {
  const origin = bytes[2]
  if (bytes.length <= BODY || (origin !== DATA_KEY && origin !== ENCRYPTED)) return undefined
  const [outer] = contents(bytes.subarray(BODY)) ?? []
  const [, tagged] = (outer && contents(outer)) ?? []
  const [sequence] = (tagged && contents(tagged)) ?? []
  const [, content] = (sequence && contents(sequence)) ?? []
  const [, algorithm, payload] = (content && contents(content)) ?? []
  const [, parameters] = (algorithm && contents(algorithm)) ?? []
  const [nonce] = (parameters && contents(parameters)) ?? []
  if (!nonce || !payload || nonce.length !== 12) return undefined
  const blob: CiphertextBlob = {
    origin,
    materialId: bytes.toString('hex', MATERIAL, MATERIAL + 32),
    salt: bytes.subarray(SALT, LENGTH),
    nonce,
    payload,
  }
  return writeBlob(blob).equals(bytes) ? blob : undefined
}
