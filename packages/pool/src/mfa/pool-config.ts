import type { GetUserPoolMfaConfigResponse, SetUserPoolMfaConfigRequest } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import { checkSettings } from '../pools/check-settings.ts'
import type { PoolDoc, PoolSettings } from '../pools/pool.ts'
import { poolRefusals } from '../pools/pool-refusals.ts'

/** What a pool's settings say of MFA. Factors that are not built are never on, and left out. */
export function mfaConfig({ settings }: Pick<PoolDoc, 'settings'>): GetUserPoolMfaConfigResponse {
  const { MfaConfiguration, SmsConfiguration, SmsAuthenticationMessage } = settings
  const sms = {
    ...(SmsAuthenticationMessage === undefined ? {} : { SmsAuthenticationMessage }),
    ...(SmsConfiguration === undefined ? {} : { SmsConfiguration }),
  }
  return {
    ...(Object.keys(sms).length > 0 ? { SmsMfaConfiguration: sms } : {}),
    MfaConfiguration: MfaConfiguration ?? 'OFF',
  }
}

/**
 * A pool's settings with the MFA that a request demands. As observed, a factor must be named with ON and OPTIONAL, even where
 * the pool has it, and none may be named with OFF. Left out, MfaConfiguration stays as it is, and so do the parts of the SMS
 * settings (assumed).
 * @throws InvalidParameterException, by name for factors that are not built.
 */
export function withMfaConfig(pool: PoolDoc, input: SetUserPoolMfaConfigRequest): PoolSettings {
  const { SmsMfaConfiguration: sms, SoftwareTokenMfaConfiguration: token, EmailMfaConfiguration: email } = input
  const mode = input.MfaConfiguration ?? pool.settings.MfaConfiguration ?? 'OFF'
  if (mode === 'OFF' && (sms || token?.Enabled || email)) throw poolRefusals.mfaOffWithFactor()
  if (token?.Enabled) throw errors.notBuilt('SoftwareTokenMfaConfiguration (TOTP)')
  if (email) throw errors.notBuilt('EmailMfaConfiguration (MFA by e-mail)')
  if (input.WebAuthnConfiguration) throw errors.notBuilt('WebAuthnConfiguration (passkeys)')
  if (mode !== 'OFF' && !sms) throw poolRefusals.mfaWithoutFactor()
  const settings: PoolSettings = {
    ...pool.settings,
    MfaConfiguration: mode,
    ...(sms?.SmsConfiguration ? { SmsConfiguration: sms.SmsConfiguration } : {}),
    ...(sms?.SmsAuthenticationMessage ? { SmsAuthenticationMessage: sms.SmsAuthenticationMessage } : {}),
  }
  checkSettings(settings, { UserPoolId: pool.id }, pool.region)
  return settings
}
