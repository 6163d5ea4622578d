/** A code that signs in, or goes on with it. */
export interface SignInCode {
  challenge: 'SMS_MFA' | 'EMAIL_OTP' | 'SMS_OTP'
  attribute: 'email' | 'phone_number'
  digits: number
  /** The code stands in place of a password. */
  first?: true
}
