/** A sign-in between two steps. */
export interface SessionDoc {
  poolId: string
  clientId: string
  userKey: string
  challenge: 'NEW_PASSWORD_REQUIRED'
  /** Milliseconds since 1970. */
  createdAt: number
  expiresAt: number
}
