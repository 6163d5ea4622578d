import type { Randomness } from '@herald/environment'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const ACCESS_KEY_CHARACTERS = 16
const SECRET_BYTES = 30
const TOKEN_BYTES = 256

/** Credentials in the form AWS gives them: temporary keys begin with `ASIA`, a secret has 40 characters. */
export function createCredentialText(random: Randomness) {
  return {
    accessKeyId(): string {
      return `ASIA${Array.from({ length: ACCESS_KEY_CHARACTERS }, () => BASE32[random.integer(BASE32.length)]).join('')}`
    },
    secretAccessKey(): string {
      return random.bytes(SECRET_BYTES).toString('base64')
    },
    sessionToken(): string {
      return random.bytes(TOKEN_BYTES).toString('base64')
    },
  }
}

/** A stable id such as IAM gives to users (`AIDA…`) and roles (`AROA…`), made of the name it stands for. */
export function uniqueId(prefix: 'AIDA' | 'AROA', digest: Uint8Array): string {
  return prefix + Array.from(digest.subarray(0, 17), (byte) => BASE32[byte % BASE32.length]).join('')
}
