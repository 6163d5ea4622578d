import type { GetUserPoolMfaConfigResponse, SetUserPoolMfaConfigRequest } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import { checkSettings } from '../pools/check-settings.ts'
import type { PoolDoc, PoolSettings } from '../pools/pool.ts'
import { poolRefusals } from '../pools/pool-refusals.ts'

/** What a pool's settings say of MFA. Factors that are not built are never on, and left out. */
export function mfaConfig({ settings, mfaFactors }: PoolDoc): GetUserPoolMfaConfigResponse {
  const { MfaConfiguration, SmsConfiguration, SmsAuthenticationMessage } = settings
  const sms = {
    ...(SmsAuthenticationMessage === undefined ? {} : { SmsAuthenticationMessage }),
    ...(SmsConfiguration === undefined ? {} : { SmsConfiguration }),
  }
  const hasSms = mfaFactors?.sms !== false && Object.keys(sms).length > 0
  return {
    ...(hasSms ? { SmsMfaConfiguration: sms } : {}),
    ...(mfaFactors?.email ? { EmailMfaConfiguration: mfaFactors.email } : {}),
    MfaConfiguration: MfaConfiguration ?? 'OFF',
  }
}

/**
 * A pool with the MFA that a request demands. As observed, a factor must be named with ON and OPTIONAL, even where the pool has
 * it, and none may be named with OFF, not even to turn it off. The factors that a request with ON or OPTIONAL leaves out are
 * off from then on. Left out, MfaConfiguration stays as it is, and so do the parts of the SMS settings (assumed).
 * @throws InvalidParameterException, by name for factors that are not built | FeatureUnavailableInTierException
 */
export function withMfaConfig(pool: PoolDoc, input: SetUserPoolMfaConfigRequest): PoolDoc {
  const { SmsMfaConfiguration: sms, SoftwareTokenMfaConfiguration: token, EmailMfaConfiguration: email } = input
  const mode = input.MfaConfiguration ?? pool.settings.MfaConfiguration ?? 'OFF'
  if (mode === 'OFF' && (sms || token || email)) throw poolRefusals.mfaOffWithFactor()
  if (token?.Enabled) throw errors.notBuilt('SoftwareTokenMfaConfiguration (TOTP)')
  if (input.WebAuthnConfiguration) throw errors.notBuilt('WebAuthnConfiguration (passkeys)')
  if (mode !== 'OFF' && !sms && !email) throw poolRefusals.mfaWithoutFactor()
  const settings: PoolSettings = {
    ...pool.settings,
    MfaConfiguration: mode,
    ...(sms?.SmsConfiguration ? { SmsConfiguration: sms.SmsConfiguration } : {}),
    ...(sms?.SmsAuthenticationMessage ? { SmsAuthenticationMessage: sms.SmsAuthenticationMessage } : {}),
  }
  const { mfaFactors: _before, ...rest } = pool
  const changed: PoolDoc = { ...rest, settings }
  if (mode !== 'OFF') changed.mfaFactors = { sms: sms !== undefined, ...(email ? { email } : {}) }
  checkSettings(changed, { UserPoolId: pool.id })
  return changed
}
