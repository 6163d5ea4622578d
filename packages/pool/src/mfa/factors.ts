import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'

/** A second factor that is built, by the name of its challenge. */
export type MfaFactor = 'SMS_MFA'

/** The second factors that a user turned on, whatever the pool demands. A phone number need not be verified for it, as AWS documents. */
export function mfaFactors(user: Pick<UserDoc, 'mfa'>): { enabled: MfaFactor[]; preferred?: MfaFactor } {
  const sms = user.mfa?.sms
  if (!sms?.enabled) return { enabled: [] }
  return { enabled: ['SMS_MFA'], ...(sms.preferred ? { preferred: 'SMS_MFA' } : {}) }
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
      return mfaFactors(user).enabled.length > 0
    default:
      return false
  }
}

/** What AdminGetUser and GetUser answer of a user's preferences; members are left out where nothing was set, as observed. */
export function mfaMembers(user: Pick<UserDoc, 'mfa'>) {
  const { enabled, preferred } = mfaFactors(user)
  if (enabled.length === 0) return {}
  return {
    MFAOptions: [{ AttributeName: 'phone_number', DeliveryMedium: 'SMS' as const }],
    UserMFASettingList: enabled as string[],
    ...(preferred ? { PreferredMfaSetting: preferred as string } : {}),
  }
}
