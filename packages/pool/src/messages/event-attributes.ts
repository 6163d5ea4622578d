import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'

/**
 * `request.userAttributes` of an event: every value is text, `sub` and `cognito:user_status` are always there, a pool with
 * e-mail as alias adds `cognito:email_alias`. The order is that of the captured event.
 */
export function eventAttributes(pool: PoolDoc, user: UserDoc): Record<string, string> {
  const { email, email_verified, ...others } = user.attributes
  const attributes: Record<string, string> = { sub: user.sub }
  if (email_verified !== undefined) attributes.email_verified = email_verified
  attributes['cognito:user_status'] = user.status
  if (email !== undefined && pool.aliasAttributes.includes('email')) attributes['cognito:email_alias'] = email
  for (const name of Object.keys(others).sort()) attributes[name] = others[name]!
  if (email !== undefined) attributes.email = email
  return attributes
}
