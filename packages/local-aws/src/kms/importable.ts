import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { KeySpec } from '@herald/protocol/kms'
import { MAC_BYTES } from './key-secrets.ts'
import { refusals } from './refusals.ts'

/** Material in the form in which it is kept. */
export interface Material {
  /** A symmetric key, a MAC key, or a private key as PKCS #8. */
  readonly secret: Buffer
  /** SubjectPublicKeyInfo in base64, of a private key. */
  readonly publicKey?: string
}

const SYMMETRIC_BYTES = 32
const PROBE = Buffer.from('probe')

/** What Node tells of a private key of each spec. */
const PRIVATE_KEYS: Readonly<Record<string, { type: string; modulusLength?: number; namedCurve?: string }>> = {
  RSA_2048: { type: 'rsa', modulusLength: 2048 },
  RSA_3072: { type: 'rsa', modulusLength: 3072 },
  RSA_4096: { type: 'rsa', modulusLength: 4096 },
  ECC_NIST_P256: { type: 'ec', namedCurve: 'prime256v1' },
  ECC_NIST_P384: { type: 'ec', namedCurve: 'secp384r1' },
  ECC_NIST_P521: { type: 'ec', namedCurve: 'secp521r1' },
  ECC_SECG_P256K1: { type: 'ec', namedCurve: 'secp256k1' },
  ECC_NIST_EDWARDS25519: { type: 'ed25519' },
}

/**
 * Guards that material of this spec can be imported.
 * @throws {ServiceError} UnsupportedOperationException
 */
export function requireImportable(spec: KeySpec): void {
  if (spec !== 'SYMMETRIC_DEFAULT' && MAC_BYTES[spec] === undefined && !PRIVATE_KEYS[spec]) {
    throw refusals.unsupported(`Imported material for keys of ${spec} is not built yet in Herald.`)
  }
}

/** The material of a key of this spec; undefined where the bytes are none: of another length, kind, size or curve. */
export function readMaterial(spec: KeySpec, bytes: Buffer): Material | undefined {
  const length = spec === 'SYMMETRIC_DEFAULT' ? SYMMETRIC_BYTES : MAC_BYTES[spec]
  if (length !== undefined) return bytes.length === length ? { secret: bytes } : undefined
  const expected = PRIVATE_KEYS[spec]
  if (!expected) return undefined
  try {
    const privateKey = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' })
    const publicKey = createPublicKey(privateKey)
    const details = privateKey.asymmetricKeyDetails
    const fits =
      privateKey.asymmetricKeyType === expected.type &&
      details?.modulusLength === expected.modulusLength &&
      details?.namedCurve === expected.namedCurve
    if (!fits || !works(privateKey, publicKey)) return undefined
    return {
      // One form for each key, however it was encoded, so that the same is known again.
      secret: privateKey.export({ format: 'der', type: 'pkcs8' }),
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    }
  } catch {
    return undefined
  }
}

/** Whether the parts of a private key belong together, which nothing says before it is used. */
function works(privateKey: KeyObject, publicKey: KeyObject): boolean {
  const hash = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  return verify(hash, PROBE, publicKey, sign(hash, PROBE, privateKey))
}
