import type { MessageReason } from '@herald/protocol'
import type { Reader } from '@herald/storage'
import type { CodePurpose } from '../codes/code.ts'
import { codes, sessions, users } from '../storage/collections.ts'
import type { MessageDoc } from './message.ts'

/** The code that a message of each reason carries; sign-in codes are kept with their sessions. */
function purposeOf(reason: MessageReason, channel: 'email' | 'sms'): CodePurpose | undefined {
  switch (reason) {
    case 'SignUp':
    case 'ResendCode':
      return 'ConfirmSignUp'
    case 'ForgotPassword':
      return 'ResetPassword'
    case 'UpdateUserAttribute':
    case 'VerifyUserAttribute':
      return channel === 'email' ? 'VerifyEmail' : 'VerifyPhoneNumber'
    default:
      return undefined
  }
}

/** Whether what a message carries stopped being good since: it was used, a newer one was issued, or the user was deleted. */
export async function supersededCode(reader: Reader, message: MessageDoc): Promise<boolean> {
  if (message.reason === 'AdminCreateUser') {
    const user = await reader.get(users, [message.poolId, message.userKey])
    return !user?.invitations?.includes(message.id)
  }
  if (message.session !== undefined) {
    const user = await reader.get(users, [message.poolId, message.userKey])
    const session = await reader.get(sessions, [message.poolId, message.session])
    return user === undefined || session?.code?.messageId !== message.id
  }
  const purpose = purposeOf(message.reason, message.channel)
  if (!purpose) return false
  const code = await reader.get(codes, [message.poolId, message.userKey, purpose])
  return code?.messageId !== message.id
}
