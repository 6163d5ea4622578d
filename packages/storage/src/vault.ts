import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * Everything secret rests under the root key: sealed (AES-256-GCM) where it must be read again, as a keyed hash
 * (HMAC-SHA-256) where it only has to be recognised. Each purpose has a key of its own, derived by HKDF-SHA-256.
 */
export interface Vault {
  /** Seals `plaintext` for `purpose`; `context` is bound to it and must be the same when it is opened. */
  seal(purpose: string, plaintext: string | Uint8Array, context?: string): string
  /** @throws {VaultError} when the text was changed, or sealed under another key, purpose or context. */
  open(purpose: string, sealed: string, context?: string): Buffer
  /** A keyed hash, base64url, of which nothing can be read back without the root key. */
  mac(purpose: string, ...parts: string[]): string
}

export class VaultError extends Error {
  override name = 'VaultError'
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** So many nonces are drawn at once: a call of the system for one costs more than the sealing. */
const NONCES_AT_ONCE = 256

let nonces: Buffer = Buffer.alloc(0)
let drawn = 0

/** Never the same twice. */
function nextNonce(): Buffer {
  if (drawn === nonces.length) {
    nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE)
    drawn = 0
  }
  drawn += NONCE_BYTES
  return nonces.subarray(drawn - NONCE_BYTES, drawn)
}

/** @param rootKey 32 bytes. */
export function createVault(rootKey: Uint8Array): Vault {
  if (rootKey.byteLength !== 32) throw new VaultError('The root key must have 32 bytes.')
  // Node takes a KeyObject four times faster than the same key in bytes.
  const keys = new Map<string, KeyObject>()
  const keyFor = (use: string): KeyObject => {
    let key = keys.get(use)
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', rootKey, '', `herald/${use}`, 32)))
      keys.set(use, key)
    }
    return key
  }
  return {
    seal(purpose, plaintext, context = '') {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal/${purpose}`), nonce)
      cipher.setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    open(purpose, sealed, context = '') {
      const bytes = Buffer.from(sealed, 'base64')
      // Decoding skips what is no base64; a changed text must not open all the same.
      if (bytes.toString('base64') !== sealed) throw new VaultError('This is not a sealed value.')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new VaultError('This is not a sealed value.')
      const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal/${purpose}`), bytes.subarray(0, NONCE_BYTES))
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
      } catch {
        throw new VaultError(
          `A sealed value (${purpose}) does not open: it was changed, or sealed under another root key.`,
        )
      }
    },
    mac(purpose, ...parts) {
      const hmac = createHmac('sha256', keyFor(`mac/${purpose}`))
      for (const part of parts) {
        const length = Buffer.alloc(4)
        length.writeUInt32BE(Buffer.byteLength(part))
        hmac.update(length).update(part)
      }
      return hmac.digest('base64url')
    },
  }
}

/** Compares two keyed hashes without telling by time where they differ. */
export function sameMac(a: string, b: string): boolean {
  const x = Buffer.from(a)
  const y = Buffer.from(b)
  return x.length === y.length && timingSafeEqual(x, y)
}
