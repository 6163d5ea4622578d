import { asAdmin } from '../../operation.ts'

/** Answers what a pool's settings say of MFA; factors that only SetUserPoolMfaConfig turns on are never on. */
export const GetUserPoolMfaConfig = asAdmin('GetUserPoolMfaConfig', async ({ pool }) => {
  const { MfaConfiguration, SmsConfiguration, SmsAuthenticationMessage } = pool.settings
  const sms = {
    ...(SmsAuthenticationMessage === undefined ? {} : { SmsAuthenticationMessage }),
    ...(SmsConfiguration === undefined ? {} : { SmsConfiguration }),
  }
  return {
    ...(Object.keys(sms).length > 0 ? { SmsMfaConfiguration: sms } : {}),
    MfaConfiguration: MfaConfiguration ?? 'OFF',
  }
})
