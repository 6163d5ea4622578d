import { constants, createDecipheriv, createPrivateKey, privateDecrypt } from 'node:crypto'
import type { AlgorithmSpec, KeySpec, WrappingKeySpec } from '@herald/protocol/kms'
import type { ImportParameters } from './import-token.ts'
import { refusals } from './refusals.ts'

const HASHES: Readonly<Record<string, string>> = {
  RSAES_OAEP_SHA_1: 'sha1',
  RSAES_OAEP_SHA_256: 'sha256',
  RSA_AES_KEY_WRAP_SHA_1: 'sha1',
  RSA_AES_KEY_WRAP_SHA_256: 'sha256',
}
const AES_BYTES = 32
/** The constant with which RFC 5649 begins. */
const RFC_5649 = Buffer.from('A65959A6', 'hex')

const wrapsDirectly = (algorithm: AlgorithmSpec) => algorithm.startsWith('RSAES_OAEP')

/**
 * Guards that material of a spec may come wrapped in this way: RSA keys are too long for OAEP, so is a P-521 key for
 * RSA_2048, and RSA_AES is for private keys alone (AWS documents).
 * @throws {ServiceError} UnsupportedOperationException
 */
export function requireWrapping(spec: KeySpec, algorithm: AlgorithmSpec, wrappingKeySpec: WrappingKeySpec): void {
  if (!HASHES[algorithm]) throw refusals.unsupported(`The wrapping algorithm ${algorithm} is not supported.`)
  if (wrappingKeySpec === 'SM2') throw refusals.unsupported('WrappingKeySpec SM2 is available in China Regions only.')
  const isPrivateKey = spec.startsWith('RSA') || spec.startsWith('ECC')
  const fits = wrapsDirectly(algorithm)
    ? !spec.startsWith('RSA') && !(spec === 'ECC_NIST_P521' && wrappingKeySpec === 'RSA_2048')
    : isPrivateKey
  if (!fits) {
    throw refusals.unsupported(`${algorithm} with ${wrappingKeySpec} cannot wrap the key material of ${spec}.`)
  }
}

/** The material in clear; undefined where it was wrapped for another key, in another way, or changed. */
export function unwrapMaterial({ algorithm, privateKey }: ImportParameters, wrapped: Uint8Array): Buffer | undefined {
  try {
    const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
    const oaepHash = HASHES[algorithm] ?? ''
    const open = (bytes: Uint8Array) =>
      privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, bytes)
    if (wrapsDirectly(algorithm)) return open(wrapped)
    // The AES key comes first, wrapped by RSA, and then the material, wrapped by it (PKCS #11, CKM_RSA_AES_KEY_WRAP).
    const modulusBytes = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8
    const aesKey = open(wrapped.subarray(0, modulusBytes))
    if (aesKey.length !== AES_BYTES) return undefined
    const decipher = createDecipheriv('id-aes256-wrap-pad', aesKey, RFC_5649)
    return Buffer.concat([decipher.update(wrapped.subarray(modulusBytes)), decipher.final()])
  } catch {
    return undefined
  }
}
