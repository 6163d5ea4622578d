/** A sign-in between two steps. */
export interface SessionDoc {
  poolId: string
  clientId: string
  userKey: string
  /** Absent where the name stands for nobody. */
  sub?: string
  challenge:
    | 'NEW_PASSWORD_REQUIRED'
    | 'PASSWORD_VERIFIER'
    | 'SMS_MFA'
    | 'EMAIL_OTP'
    | 'SMS_OTP'
    | 'SELECT_MFA_TYPE'
    | 'MFA_SETUP'
    | 'SELECT_CHALLENGE'
    | 'PASSWORD'
    | 'PASSWORD_SRP'
  /** The code that it asks for stands in place of a password. */
  first?: true
  /** Keyed hash of the user's sealed password: a password that changes meanwhile ends the session. */
  passwordMark: string
  /** What the next step needs, sealed with the vault (purpose `session`, context the pool's id). */
  sealedState?: string
  /** The code that the next step asks for. */
  code?: {
    /** Keyed hash; the code itself is only in the sealed message. */
    hash: string
    messageId: string
    /** The attribute that the code went to, and a keyed hash of the address: what it proves. */
    attribute: 'email' | 'phone_number'
    address: string
  }
  /** Milliseconds since 1970. */
  createdAt: number
  expiresAt: number
  usedAt?: number
}
