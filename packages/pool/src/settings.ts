/**
 * Lifetimes (seconds) and limits that AWS fixes. Documented by AWS unless a line says otherwise.
 */
export interface PoolLimits {
  signUpCodeLifetime: number
  attributeCodeLifetime: number
  passwordResetCodeLifetime: number
  /** Per user and hour. */
  confirmSignUpsPerHour: number
  resendsPerHour: number
  /** ForgotPassword and ConfirmForgotPassword together. AWS documents 5 to 20 by risk; without risk Herald takes 20. */
  passwordResetsPerHour: number
  attributeCodesPerHour: number
  attributeVerificationsPerHour: number
  passwordChangesPerHour: number
  /** Wrong passwords before sign-in is locked for a while. */
  wrongPasswordsBeforeLockout: number
  /** Seconds. */
  longestLockout: number
  /** Seconds between tries to hand a message to its sender, after a first one that failed. Assumed: as Lambda's own retries. */
  handOverRetries: readonly number[]
  /**
   * Operations whose ClientMetadata reaches a custom sender. AWS documents that InitiateAuth's does not, and is silent on some
   * others; Herald passes it on from all but InitiateAuth.
   */
  passClientMetadataFromInitiateAuth: boolean
  /**
   * Milliseconds that a trigger which the caller waits for has for each of its three attempts. AWS documents five seconds.
   */
  triggerTimeout: number
  /**
   * Whether CustomMessage runs for a channel that has a custom sender, which has no use for its texts. What AWS does is not
   * known; assumed is that it does not.
   */
  customMessageBesideSender: boolean
  /**
   * What tokens name as their issuer: `local` is the address that the caller reached Herald by, where a verifier finds the
   * pool's keys; `aws` is the issuer that AWS documents.
   */
  issuer: 'local' | 'aws'
}

export const awsLimits: PoolLimits = {
  signUpCodeLifetime: 24 * 3600,
  attributeCodeLifetime: 24 * 3600,
  passwordResetCodeLifetime: 3600,
  confirmSignUpsPerHour: 15,
  resendsPerHour: 5,
  passwordResetsPerHour: 20,
  attributeCodesPerHour: 5,
  attributeVerificationsPerHour: 15,
  passwordChangesPerHour: 5,
  wrongPasswordsBeforeLockout: 5,
  longestLockout: 15 * 60,
  handOverRetries: [60, 120],
  passClientMetadataFromInitiateAuth: false,
  triggerTimeout: 5_000,
  customMessageBesideSender: false,
  issuer: 'local',
}
