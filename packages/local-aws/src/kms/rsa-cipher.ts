import { constants, privateDecrypt, publicEncrypt } from 'node:crypto'
import type { KeyDoc } from './collections.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'

const HASHES: Readonly<Record<string, { name: string; bytes: number }>> = {
  RSAES_OAEP_SHA_1: { name: 'sha1', bytes: 20 },
  RSAES_OAEP_SHA_256: { name: 'sha256', bytes: 32 },
}

function paddingOf(algorithm: string) {
  const hash = HASHES[algorithm]
  if (!hash) throw refusals.unsupported(`The algorithm ${algorithm} is not built yet in Herald.`)
  return { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hash.name, bytes: hash.bytes }
}

/**
 * Encrypts with the public key; the result says nothing of its key.
 * @throws {ServiceError} ValidationException for more than the key can take
 */
export async function encryptWithRsa(kms: Kms, key: KeyDoc, algorithm: string, plaintext: Uint8Array): Promise<Buffer> {
  const { bytes, ...padding } = paddingOf(algorithm)
  const { publicKey } = await kms.secrets.pairOf(key)
  const most = (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8 - 2 * bytes - 2
  if (plaintext.byteLength > most) {
    throw refusals.validation(
      `Algorithm ${algorithm} and key spec ${key.keySpec} cannot encrypt data larger than ${most} bytes.`,
    )
  }
  return publicEncrypt({ key: publicKey, ...padding }, plaintext)
}

/** The plaintext; undefined where the key, the algorithm or the ciphertext is another one. */
export async function decryptWithRsa(
  kms: Kms,
  key: KeyDoc,
  algorithm: string,
  ciphertext: Uint8Array,
): Promise<Buffer | undefined> {
  const { bytes: _, ...padding } = paddingOf(algorithm)
  const { privateKey } = await kms.secrets.pairOf(key)
  try {
    return privateDecrypt({ key: privateKey, ...padding }, ciphertext)
  } catch {
    return undefined
  }
}
