import type { PoolLimits } from '../settings.ts'
import type { CodePurpose } from './code.ts'
import type { Limit } from './limits.ts'

/** One row a purpose: how long its code lives, and what bounds asking for it and guessing it. */
interface CodeRule {
  /** Seconds. */
  lifetime: (settings: PoolLimits) => number
  /** Purposes that name the same limit share the count. */
  guesses: Limit
  requests: Limit
}

const attributeRule: CodeRule = {
  lifetime: (settings) => settings.attributeCodeLifetime,
  guesses: { limit: 'VerifyUserAttribute', perHour: (settings) => settings.attributeVerificationsPerHour },
  requests: { limit: 'GetUserAttributeVerificationCode', perHour: (settings) => settings.attributeCodesPerHour },
}

/**
 * Lifetimes and limits as AWS documents them: a wrong code answers CodeMismatchException, an old or missing one
 * ExpiredCodeException, and too many tries within an hour LimitExceededException until the hour has passed.
 */
export const codeRules: Readonly<Record<CodePurpose, CodeRule>> = {
  ConfirmSignUp: {
    lifetime: (settings) => settings.signUpCodeLifetime,
    guesses: { limit: 'ConfirmSignUp', perHour: (settings) => settings.confirmSignUpsPerHour },
    requests: { limit: 'ResendConfirmationCode', perHour: (settings) => settings.resendsPerHour },
  },
  ResetPassword: {
    lifetime: (settings) => settings.passwordResetCodeLifetime,
    guesses: { limit: 'ForgotPassword', perHour: (settings) => settings.passwordResetsPerHour },
    requests: { limit: 'ForgotPassword', perHour: (settings) => settings.passwordResetsPerHour },
  },
  VerifyEmail: attributeRule,
  VerifyPhoneNumber: attributeRule,
}

/** What bounds ChangePassword, as AWS documents. */
export const passwordChanges: Limit = {
  limit: 'ChangePassword',
  perHour: (settings) => settings.passwordChangesPerHour,
}
