/** What a code is good for. */
export type CodePurpose = 'ConfirmSignUp' | 'ResetPassword' | 'VerifyEmail' | 'VerifyPhoneNumber'

export interface CodeDoc {
  /** Keyed hash; the code itself is only in the sealed message. */
  hash: string
  /** Milliseconds since 1970. */
  issuedAt: number
  expiresAt: number
  /** The message that carries it. */
  messageId: string
  /** The attribute and its value that the code was sent to, and so proves. */
  attribute: 'email' | 'phone_number'
  address: string
  /** The address is not the user's yet: it becomes theirs by this code. */
  pending?: true
}
