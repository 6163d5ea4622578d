import type { AdminSetUserMFAPreferenceRequest, MFAOptionType } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import type { UserDoc } from '../users/user.ts'
import { factorAddresses, factorNames, type MfaFactor } from './factors.ts'

type Preferences = Pick<
  AdminSetUserMFAPreferenceRequest,
  'SMSMfaSettings' | 'SoftwareTokenMfaSettings' | 'EmailMfaSettings' | 'WebAuthnMfaSettings'
>

/**
 * The user with the second factors that a request turns on or off; what it does not name stays, but that one factor is preferred
 * at most: a newly preferred one takes the place of another, and a request that prefers two is refused (both assumed). A
 * factor can be turned on once its means are there: an address, verified or not, as AWS documents.
 * @throws InvalidParameterException
 */
export function withPreference(user: UserDoc, input: Preferences): UserDoc {
  if (input.SoftwareTokenMfaSettings?.Enabled) throw errors.factorNotSetUp('SOFTWARE_TOKEN_MFA')
  if (input.WebAuthnMfaSettings?.Enabled) throw errors.notBuilt('WebAuthnMfaSettings (MFA by passkey)')
  const given = { sms: input.SMSMfaSettings, email: input.EmailMfaSettings }
  const preferred = (['sms', 'email'] as const).filter((name) => given[name]?.Enabled && given[name].PreferredMfa)
  if (preferred.length > 1) throw errors.severalPreferred()
  let changed = user
  for (const factor of ['sms', 'email'] as const) {
    const settings = given[factor]
    if (settings) changed = withFactor(changed, factor, settings.Enabled ?? false, preferred.includes(factor))
    else if (preferred.length > 0 && changed.mfa?.[factor]) changed = withFactor(changed, factor, undefined, false)
  }
  return changed
}

/** The older form of the same, which knows SMS only: an empty list turns it off. @throws InvalidParameterException */
export function withOptions(user: UserDoc, options: readonly MFAOptionType[]): UserDoc {
  for (const { DeliveryMedium, AttributeName } of options) {
    if (DeliveryMedium !== 'SMS' || AttributeName !== 'phone_number') throw errors.smsOptionOnly()
  }
  return withFactor(user, 'sms', options.length > 0, user.mfa?.sms?.preferred ?? false)
}

/** @param enabled undefined leaves the factor as it is. */
function withFactor(user: UserDoc, factor: MfaFactor, enabled: boolean | undefined, preferred: boolean): UserDoc {
  if (enabled && !user.attributes[factorAddresses[factor]]) throw errors.factorNotSetUp(factorNames[factor])
  const on = enabled ?? user.mfa?.[factor]?.enabled ?? false
  return { ...user, mfa: { ...user.mfa, [factor]: { enabled: on, preferred: on && preferred } } }
}
