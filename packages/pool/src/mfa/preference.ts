import type { AdminSetUserMFAPreferenceRequest, MFAOptionType } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import type { UserDoc } from '../users/user.ts'

type Preferences = Pick<
  AdminSetUserMFAPreferenceRequest,
  'SMSMfaSettings' | 'SoftwareTokenMfaSettings' | 'EmailMfaSettings' | 'WebAuthnMfaSettings'
>

/**
 * The user with the second factors that a request turns on or off; what it does not name stays. A factor can be turned on
 * once its means are there: SMS with a phone number, verified or not, as AWS documents.
 * @throws InvalidParameterException
 */
export function withPreference(user: UserDoc, input: Preferences): UserDoc {
  if (input.SoftwareTokenMfaSettings?.Enabled) throw errors.factorNotSetUp('SOFTWARE_TOKEN_MFA')
  if (input.EmailMfaSettings?.Enabled) throw errors.notBuilt('EmailMfaSettings (MFA by e-mail)')
  if (input.WebAuthnMfaSettings?.Enabled) throw errors.notBuilt('WebAuthnMfaSettings (MFA by passkey)')
  const sms = input.SMSMfaSettings
  if (!sms) return user
  const enabled = sms.Enabled ?? false
  return withSms(user, enabled, enabled && (sms.PreferredMfa ?? false))
}

/** The older form of the same, which knows SMS only: an empty list turns it off. @throws InvalidParameterException */
export function withOptions(user: UserDoc, options: readonly MFAOptionType[]): UserDoc {
  for (const { DeliveryMedium, AttributeName } of options) {
    if (DeliveryMedium !== 'SMS' || AttributeName !== 'phone_number') throw errors.smsOptionOnly()
  }
  return withSms(user, options.length > 0, user.mfa?.sms?.preferred ?? false)
}

function withSms(user: UserDoc, enabled: boolean, preferred: boolean): UserDoc {
  if (enabled && !user.attributes.phone_number) throw errors.factorNotSetUp('SMS_MFA')
  return { ...user, mfa: { ...user.mfa, sms: { enabled, preferred: enabled && preferred } } }
}
