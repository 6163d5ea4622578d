import type { UserStatusType } from '@herald/protocol/cognito-idp'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from './user.ts'

const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text)
const looksLikePhone = (text: string) => /^\+[1-9]\d{1,14}$/.test(text)

/** A user that is not stored yet. Addresses that nobody proved carry `…_verified: "false"`, as in the captured event. */
export function newUser(
  context: PoolContext,
  pool: PoolDoc,
  username: string,
  given: Record<string, string>,
  status: UserStatusType,
): UserDoc {
  const now = context.environment.clock.now()
  const sub = context.environment.random.uuid()
  // AWS documents that an empty value removes an attribute, so there is none from the start.
  const attributes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  if (
    status === 'UNCONFIRMED' &&
    attributes.preferred_username &&
    pool.aliasAttributes.includes('preferred_username')
  ) {
    throw errors.preferredUsernameUnconfirmed()
  }
  const named = usernameAttribute(pool, username)
  if (named) attributes[named] = username
  for (const name of ['email', 'phone_number']) {
    if (attributes[name] !== undefined) attributes[`${name}_verified`] ??= 'false'
  }
  return {
    poolId: pool.id,
    username: named ? sub : username,
    sub,
    status,
    enabled: true,
    createdAt: now,
    modifiedAt: now,
    attributes,
  }
}

/**
 * The attribute that a user name stands for, where the pool signs in by e-mail or phone.
 * @throws InvalidParameterException where the name has not the form that the pool demands, or has that of an alias.
 */
function usernameAttribute(pool: PoolDoc, username: string): 'email' | 'phone_number' | undefined {
  const kinds = pool.usernameAttributes
  if (kinds.includes('email') && looksLikeEmail(username)) return 'email'
  if (kinds.includes('phone_number') && looksLikePhone(username)) return 'phone_number'
  if (kinds.length === 2) throw errors.invalidParameter('Username should be either an email or a phone number.')
  if (kinds.includes('email')) throw errors.invalidParameter('Username should be an email.')
  if (kinds.includes('phone_number')) throw errors.invalidParameter('Username should be a phone number.')
  if (pool.aliasAttributes.includes('email') && looksLikeEmail(username)) {
    throw errors.invalidParameter('Username cannot be of email format, since user pool is configured for email alias.')
  }
  if (pool.aliasAttributes.includes('phone_number') && looksLikePhone(username)) {
    throw errors.invalidParameter(
      'Username cannot be of phone number format, since user pool is configured for phone number alias.',
    )
  }
  return undefined
}
