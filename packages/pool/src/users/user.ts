import type { UserStatusType } from '@herald/protocol/cognito-idp'

export interface UserDoc {
  poolId: string
  /** What AWS calls Username: what the user signed up with, or the sub where the pool signs in by e-mail or phone. */
  username: string
  sub: string
  status: UserStatusType
  enabled: boolean
  /** Milliseconds since 1970. */
  createdAt: number
  modifiedAt: number
  /** All but `sub`; values are text, as in events: `email_verified: "false"`. */
  attributes: Record<string, string>
  /** `{salt, verifier}` (SRP) as JSON, sealed with the vault (purpose `password`, context `pool id/sub`). Absent where there is none. */
  sealedPassword?: string
  /** When a temporary password stops being good (milliseconds); only in FORCE_CHANGE_PASSWORD. */
  temporaryPasswordExpiresAt?: number
  /** The messages that carry the temporary password, as long as it is good. */
  invitations?: string[]
  /** The second factors that the user has set up (see mfa/factors.ts). */
  mfa?: { sms?: MfaSetting; email?: MfaSetting; totp?: MfaSetting }
  /** Names of the groups that the user is in, in the order of joining; at most 100. */
  groups?: string[]
  /** When the user was last signed out everywhere (milliseconds): a token that names no sign-in and is not younger is revoked. */
  signedOutAt?: number
}

export interface MfaSetting {
  enabled: boolean
  preferred: boolean
}

export interface AliasDoc {
  /** The user's key (see user-key.ts). */
  userKey: string
}
