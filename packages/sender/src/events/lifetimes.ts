import type { EmailSource } from './sources.ts'

const HOUR = 3600

/**
 * Seconds for which Cognito takes a code, by its documentation. Two are a pool's to set and stand here with their
 * defaults: `AuthSessionValidity` of the app client (`Authentication`, 3 minutes) and `TemporaryPasswordValidityDays`
 * (`AdminCreateUser`, 7 days). A takeover notification does not expire.
 */
export const codeLifetimesS: Readonly<Record<Exclude<EmailSource, 'AccountTakeOverNotification'>, number>> = {
  SignUp: 24 * HOUR,
  ResendCode: 24 * HOUR,
  ForgotPassword: HOUR,
  UpdateUserAttribute: 24 * HOUR,
  VerifyUserAttribute: 24 * HOUR,
  AdminCreateUser: 7 * 24 * HOUR,
  Authentication: 180,
}
