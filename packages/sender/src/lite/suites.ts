/** What an algorithm suite of the AWS Encryption SDK consists of. Content is always AES-GCM, IV 12 and tag 16 bytes. */
export interface Suite {
  /** Bytes of the data key, and of the key derived from it. */
  readonly keyBytes: 16 | 24 | 32
  /** HKDF's hash; without it the data key encrypts the content itself. */
  readonly kdf: 'sha256' | 'sha384' | 'sha512' | undefined
  readonly signature: { readonly curve: 'prime256v1' | 'secp384r1'; readonly hash: 'sha256' | 'sha384' } | undefined
  /** Format of messages: those with key commitment are of version 2, the others of version 1. */
  readonly version: 1 | 2
}

const suite = (
  keyBytes: Suite['keyBytes'],
  kdf?: Suite['kdf'],
  signature?: Suite['signature'],
  version: Suite['version'] = 1,
): Suite => ({ keyBytes, kdf, signature, version })

const p256 = { curve: 'prime256v1', hash: 'sha256' } as const
const p384 = { curve: 'secp384r1', hash: 'sha384' } as const

/** By the id that stands in a message's header. */
export const suites: ReadonlyMap<number, Suite> = new Map([
  [0x0014, suite(16)],
  [0x0046, suite(24)],
  [0x0078, suite(32)],
  [0x0114, suite(16, 'sha256')],
  [0x0146, suite(24, 'sha256')],
  [0x0178, suite(32, 'sha256')],
  [0x0214, suite(16, 'sha256', p256)],
  [0x0346, suite(24, 'sha384', p384)],
  [0x0378, suite(32, 'sha384', p384)],
  [0x0478, suite(32, 'sha512', undefined, 2)],
  [0x0578, suite(32, 'sha512', p384, 2)],
])
