import type { Transaction } from '@herald/storage'
import { enqueueMessage } from '../messages/enqueue.ts'
import { routeTo } from '../messages/route.ts'
import type { SignInScope } from '../sign-in/scope.ts'
import type { FoundUser } from '../users/find-user.ts'
import type { AuthEventDoc, TakeoverAction, TakeoverAttributes } from './risk.ts'

const TOKEN_BYTES = 48
/** How long word of a sign-in is worth sending, milliseconds. */
const WORTH = 86_400_000

/**
 * Tells a user by e-mail of a sign-in that was assessed as risky, without waiting for it. Who has no address learns nothing.
 * @returns the keyed hash of the token by which the user may answer; undefined where nothing is sent.
 */
export function notifyTakeover(
  tx: Transaction,
  scope: SignInScope,
  found: FoundUser,
  { event, action, messageId }: { event: AuthEventDoc; action: TakeoverAction; messageId: string },
): string | undefined {
  const { context, pool, client, by } = scope
  const { email } = found.user.attributes
  if (!email) return undefined
  const token = context.environment.random.bytes(TOKEN_BYTES).toString('base64url')
  const attributes: TakeoverAttributes = {
    EVENT_ID: event.id,
    USER_NAME: found.user.username,
    IP_ADDRESS: event.ipAddress,
    LOGIN_TIME: loginTime(event.createdAt),
    ACCOUNT_TAKE_OVER_ACTION: action,
    FEEDBACK_TOKEN: token,
    // AWS documents that these need a domain of the pool's, and no pool has one here.
    ONE_CLICK_LINK_VALID: null,
    ONE_CLICK_LINK_INVALID: null,
    CITY: null,
    COUNTRY: null,
    DEVICE_NAME: event.deviceName ?? null,
  }
  enqueueMessage(
    tx,
    context,
    { ...scope, found },
    {
      id: messageId,
      reason: 'AccountTakeOverNotification',
      route: routeTo('email', email),
      secret: JSON.stringify(attributes),
      secretExpiresAt: event.createdAt + WORTH,
      clientId: client.id,
      // AWS documents that none is ever passed.
      clientMetadata: undefined,
      operation: by.operation,
    },
  )
  return context.vault.mac('feedback-token', pool.id, found.user.sub, event.id, token)
}

/** `Friday, March 19, 2021 02:25 PM UTC`, as an observed event has it. */
export function loginTime(at: number): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(at)
  const day = part({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' })
  const hours = new Date(at).getUTCHours()
  const clock = [hours % 12 || 12, new Date(at).getUTCMinutes()].map((n) => String(n).padStart(2, '0')).join(':')
  return `${day} ${clock} ${hours < 12 ? 'AM' : 'PM'} UTC`
}
