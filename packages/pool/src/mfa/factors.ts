import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'

/** By what a second factor's code comes. Only SMS can be turned on yet. */
export type MfaFactor = 'sms' | 'email'

const names: Readonly<Record<MfaFactor, string>> = { sms: 'SMS_MFA', email: 'EMAIL_OTP' }

/** The second factors that a user turned on, whatever the pool demands. A phone number need not be verified for it, as AWS documents. */
export function mfaFactors(user: Pick<UserDoc, 'mfa'>): { enabled: ReadonlySet<MfaFactor>; preferred?: MfaFactor } {
  const sms = user.mfa?.sms
  if (!sms?.enabled) return { enabled: new Set() }
  return { enabled: new Set(['sms']), ...(sms.preferred ? { preferred: 'sms' } : {}) }
}

/**
 * Whether a right password alone does not sign this user in: the pool demands a second factor of everybody, or of those who
 * turned one on.
 */
export function needsSecondFactor(pool: Pick<PoolDoc, 'settings'>, user: Pick<UserDoc, 'mfa'>): boolean {
  switch (pool.settings.MfaConfiguration) {
    case 'ON':
      return true
    case 'OPTIONAL':
      return mfaFactors(user).enabled.size > 0
    default:
      return false
  }
}

/** What AdminGetUser and GetUser answer of a user's preferences; members are left out where nothing was set, as observed. */
export function mfaMembers(user: Pick<UserDoc, 'mfa'>) {
  const { enabled, preferred } = mfaFactors(user)
  if (enabled.size === 0) return {}
  return {
    ...(enabled.has('sms') ? { MFAOptions: [{ AttributeName: 'phone_number', DeliveryMedium: 'SMS' as const }] } : {}),
    UserMFASettingList: [...enabled].map((factor) => names[factor]),
    ...(preferred ? { PreferredMfaSetting: names[preferred] } : {}),
  }
}
