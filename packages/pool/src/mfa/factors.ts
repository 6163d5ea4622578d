import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'

/** By what a second factor's code comes. */
export type MfaFactor = 'sms' | 'email'

/** What AWS calls each factor, and the attribute that its codes go to. */
export const factorNames = { sms: 'SMS_MFA', email: 'EMAIL_OTP' } as const
export const factorAddresses = { sms: 'phone_number', email: 'email' } as const

const all: readonly MfaFactor[] = ['sms', 'email']

/** The second factors that a pool takes: SMS, unless SetUserPoolMfaConfig named others. None where MFA is off. */
export function poolFactors({ settings, mfaFactors }: Pick<PoolDoc, 'settings' | 'mfaFactors'>): MfaFactor[] {
  if (settings.MfaConfiguration !== 'ON' && settings.MfaConfiguration !== 'OPTIONAL') return []
  if (!mfaFactors) return ['sms']
  return all.filter((factor) => (factor === 'sms' ? mfaFactors.sms : mfaFactors.email !== undefined))
}

/** The second factors that a user turned on, whatever the pool demands. An address need not be verified for it, as AWS documents. */
export function mfaFactors(user: Pick<UserDoc, 'mfa'>): { enabled: ReadonlySet<MfaFactor>; preferred?: MfaFactor } {
  const enabled = all.filter((factor) => user.mfa?.[factor]?.enabled)
  const preferred = enabled.find((factor) => user.mfa?.[factor]?.preferred)
  return { enabled: new Set(enabled), ...(preferred ? { preferred } : {}) }
}

/** The factors that a user turned on and that the pool takes. */
export function activeFactors(pool: Pick<PoolDoc, 'settings' | 'mfaFactors'>, user: Pick<UserDoc, 'mfa'>): MfaFactor[] {
  const { enabled } = mfaFactors(user)
  return poolFactors(pool).filter((factor) => enabled.has(factor))
}

/** What follows a right password: nothing, one factor's code, a choice, the set-up of a factor, or a refusal. */
export type SecondFactor =
  | { what: 'nothing' | 'set-up' | 'refusal' }
  | { what: 'code'; factor: MfaFactor }
  | { what: 'choice'; factors: MfaFactor[] }

/**
 * A pool that demands a second factor takes one of everybody, an optional one of those who turned one on. As AWS documents, the
 * preferred factor is asked for, and who has several and prefers none chooses. Who turned none on where it is demanded uses what
 * their addresses allow (observed for SMS; for e-mail, assumed); without an address, e-mail can be set up at sign-in.
 */
export function secondFactor(
  pool: Pick<PoolDoc, 'settings' | 'mfaFactors'>,
  user: Pick<UserDoc, 'mfa' | 'attributes'>,
): SecondFactor {
  const active = activeFactors(pool, user)
  if (active.length === 0 && pool.settings.MfaConfiguration !== 'ON') return { what: 'nothing' }
  const reachable = (active.length > 0 ? active : poolFactors(pool)).filter(
    (factor) => user.attributes[factorAddresses[factor]],
  )
  const { preferred } = mfaFactors(user)
  const [only] = reachable
  if (only === undefined) {
    return { what: active.length === 0 && poolFactors(pool).includes('email') ? 'set-up' : 'refusal' }
  }
  if (preferred && reachable.includes(preferred)) return { what: 'code', factor: preferred }
  return reachable.length === 1 ? { what: 'code', factor: only } : { what: 'choice', factors: reachable }
}

/** What AdminGetUser and GetUser answer of a user's preferences; members are left out where nothing was set, as observed. */
export function mfaMembers(user: Pick<UserDoc, 'mfa'>) {
  const { enabled, preferred } = mfaFactors(user)
  if (enabled.size === 0) return {}
  return {
    ...(enabled.has('sms') ? { MFAOptions: [{ AttributeName: 'phone_number', DeliveryMedium: 'SMS' as const }] } : {}),
    UserMFASettingList: [...enabled].map((factor) => factorNames[factor]),
    ...(preferred ? { PreferredMfaSetting: factorNames[preferred] } : {}),
  }
}
