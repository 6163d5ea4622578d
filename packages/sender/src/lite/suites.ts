/** What an algorithm suite of the AWS Encryption SDK consists of. Content is always AES-GCM, IV 12 and tag 16 bytes. */
export interface Suite {
  /** As AWS names it. */
  readonly name: string
  /** Format of messages: those with key commitment are of version 2, the others of version 1. */
  readonly version: 1 | 2
  /** Bytes of the data key, and of the key derived from it. */
  readonly keyBytes: 16 | 24 | 32
  /** HKDF's hash; without it the data key encrypts the content itself. */
  readonly kdf?: 'sha256' | 'sha384' | 'sha512'
  readonly commits: boolean
  readonly signature?: { readonly curve: 'prime256v1' | 'secp384r1'; readonly hash: 'sha256' | 'sha384' }
}

const p256 = { curve: 'prime256v1', hash: 'sha256' } as const
const p384 = { curve: 'secp384r1', hash: 'sha384' } as const

/** By the id that stands in a message's header. */
export const suites: ReadonlyMap<number, Suite> = new Map<number, Suite>([
  [0x0014, { name: 'AES_128_GCM_IV12_TAG16_NO_KDF', version: 1, keyBytes: 16, commits: false }],
  [0x0046, { name: 'AES_192_GCM_IV12_TAG16_NO_KDF', version: 1, keyBytes: 24, commits: false }],
  [0x0078, { name: 'AES_256_GCM_IV12_TAG16_NO_KDF', version: 1, keyBytes: 32, commits: false }],
  [0x0114, { name: 'AES_128_GCM_IV12_TAG16_HKDF_SHA256', version: 1, keyBytes: 16, kdf: 'sha256', commits: false }],
  [0x0146, { name: 'AES_192_GCM_IV12_TAG16_HKDF_SHA256', version: 1, keyBytes: 24, kdf: 'sha256', commits: false }],
  [0x0178, { name: 'AES_256_GCM_IV12_TAG16_HKDF_SHA256', version: 1, keyBytes: 32, kdf: 'sha256', commits: false }],
  [
    0x0214,
    {
      name: 'AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256',
      version: 1,
      keyBytes: 16,
      kdf: 'sha256',
      commits: false,
      signature: p256,
    },
  ],
  [
    0x0346,
    {
      name: 'AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384',
      version: 1,
      keyBytes: 24,
      kdf: 'sha384',
      commits: false,
      signature: p384,
    },
  ],
  [
    0x0378,
    {
      name: 'AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384',
      version: 1,
      keyBytes: 32,
      kdf: 'sha384',
      commits: false,
      signature: p384,
    },
  ],
  [0x0478, { name: 'AES_256_GCM_HKDF_SHA512_COMMIT_KEY', version: 2, keyBytes: 32, kdf: 'sha512', commits: true }],
  [
    0x0578,
    {
      name: 'AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384',
      version: 2,
      keyBytes: 32,
      kdf: 'sha512',
      commits: true,
      signature: p384,
    },
  ],
])
