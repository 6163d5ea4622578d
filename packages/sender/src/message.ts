import type { EmailSource } from './events/sources.ts'
import type { Secret } from './secret.ts'

/** What a takeover notification tells of the sign-in. */
export interface Risk {
  /** `BLOCK`, `NO_ACTION`, `MFA`, `MFA_IF_CONFIGURED` or `MFA_REQUIRED`. */
  readonly action: string
  readonly ip?: string
  readonly city?: string
  readonly country?: string
  readonly device?: string
  /** As Cognito writes it: `Friday, March 19, 2021 02:25 PM UTC`. */
  readonly loginTime?: string
  /** One-click links by which the person says that it was, or was not, they. They need a pool domain. */
  readonly linkValid?: string
  readonly linkInvalid?: string
}

/** One message that Cognito wants sent: its event, checked, with the secret decrypted. */
export interface Message<S extends string = EmailSource> {
  /** Which trigger called. */
  readonly kind: 'email' | 'sms'
  /** An unknown source is passed on as it came, where `onUnhandled` lets it. */
  readonly source: S
  readonly poolId: string
  readonly region: string
  /** Undefined where no app client is concerned (`CLIENT_ID_NOT_APPLICABLE`, or none). */
  readonly clientId?: string
  readonly userName: string
  /** E-mail address or E.164 number; undefined in a takeover notification until it was looked up. */
  readonly to?: string
  /** Decrypted and unescaped; undefined where the event has no code. */
  readonly secret?: Secret
  readonly attributes: Readonly<Record<string, string>>
  /** Empty where the event has `null` or none. */
  readonly clientMetadata: Readonly<Record<string, string>>
  /** BCP 47. */
  readonly locale: string
  /** Idempotency key: hex SHA-256 of the ciphertext, equal in all of Lambda's retries. */
  readonly key: string
  readonly issuedAt?: Date
  /** From then on it is not sent, as its code is dead or `maxAgeS` is over: never later than Cognito takes the code. */
  readonly expiresAt?: Date
  readonly risk?: Risk
  /** The event as it came, its code still encrypted. */
  readonly raw: unknown
}
