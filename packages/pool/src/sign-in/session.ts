/** A sign-in between two steps. */
export interface SessionDoc {
  poolId: string
  clientId: string
  userKey: string
  /** Absent where the name stands for nobody. */
  sub?: string
  challenge: 'NEW_PASSWORD_REQUIRED' | 'PASSWORD_VERIFIER' | 'SMS_MFA'
  /** Keyed hash of the user's sealed password: a password that changes meanwhile ends the session. */
  passwordMark: string
  /** What the next step needs, sealed with the vault (purpose `session`, context the pool's id). */
  sealedState?: string
  /** The code that the next step asks for. */
  code?: {
    /** Keyed hash; the code itself is only in the sealed message. */
    hash: string
    messageId: string
    /** Keyed hash of the phone number that the code proves. */
    phone: string
  }
  /** Milliseconds since 1970. */
  createdAt: number
  expiresAt: number
  usedAt?: number
}
