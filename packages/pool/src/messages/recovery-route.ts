import { mfaFactors, poolFactors } from '../mfa/factors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'
import { type Route, routeTo } from './route.ts'

type Address = Route['attribute']

/**
 * Where a password-reset code goes: the first mechanism of AccountRecoverySetting, by priority, whose attribute is verified and
 * is not what the user's second factor comes by. Without the setting, as AWS documents for older pools, a verified phone goes
 * before a verified e-mail, and second factors do not count.
 */
export function recoveryRoute(pool: PoolDoc, user: Pick<UserDoc, 'attributes' | 'mfa'>): Route | undefined {
  const mechanisms = pool.settings.AccountRecoverySetting?.RecoveryMechanisms ?? []
  const order =
    mechanisms.length > 0
      ? [...mechanisms].sort((a, b) => a.Priority - b.Priority).flatMap(({ Name }) => addressOf(Name))
      : (['phone_number', 'email'] as const)
  const factors = mechanisms.length > 0 ? factorAddresses(pool, user) : []
  for (const address of order) {
    const to = user.attributes[address]
    if (to && user.attributes[`${address}_verified`] === 'true' && !factors.includes(address))
      return routeTo(address, to)
  }
  return undefined
}

function addressOf(mechanism: string): Address[] {
  if (mechanism === 'verified_email') return ['email']
  return mechanism === 'verified_phone_number' ? ['phone_number'] : []
}

/**
 * The addresses that second factors come by, which AWS documents as no way to recover: the phone of a user with SMS MFA, and
 * the e-mail of one whose preferred factor, or only one, is e-mail. A pool that demands MFA takes the phone of whoever chose
 * no factor, or their e-mail where it knows no SMS.
 */
function factorAddresses(pool: PoolDoc, user: Pick<UserDoc, 'mfa'>): Address[] {
  const factors = poolFactors(pool)
  if (factors.length === 0) return []
  const { enabled, preferred } = mfaFactors(user)
  const byDefault = pool.settings.MfaConfiguration === 'ON' && enabled.size === 0 ? factors[0] : undefined
  const byEmail = preferred === 'email' || (enabled.size === 1 && enabled.has('email')) || byDefault === 'email'
  return [
    ...(enabled.has('sms') || byDefault === 'sms' ? (['phone_number'] as const) : []),
    ...(byEmail ? (['email'] as const) : []),
  ]
}
