import type { CreateUserPoolRequest, UpdateUserPoolRequest } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import { poolFactors } from '../mfa/factors.ts'
import { checkLambdaConfig } from './lambda-config.ts'
import type { PoolDoc, PoolSettings } from './pool.ts'
import { poolRefusals } from './pool-refusals.ts'

/**
 * Checks what one member alone does not show.
 * @throws InvalidParameterException | FeatureUnavailableInTierException
 */
export function checkSettings(
  pool: Pick<PoolDoc, 'settings' | 'mfaFactors' | 'region'>,
  input: CreateUserPoolRequest | UpdateUserPoolRequest,
): void {
  const { settings, region } = pool
  refuseUnbuilt(settings)
  checkTemporaryPasswordDays(input)
  checkProtectionTier(settings)
  checkVerification(settings)
  checkFactors(pool)
  checkFirstFactors(settings)
  checkRecovery(pool)
  checkProviders(settings, region)
  checkLambdaConfig(settings.LambdaConfig ?? {}, region)
  const version = settings.LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion ?? 'V1_0'
  if (version !== 'V1_0' && settings.UserPoolTier === 'LITE') throw poolRefusals.tierWithoutTokenVersion(version)
}

/**
 * What would change messages or sign-in, and would silently not, is refused by name. The rest that is not built yet has no
 * such effect, or is refused where it would take effect (MFA and first factors at sign-in), and is kept and answered.
 */
function refuseUnbuilt(settings: PoolSettings): void {
  const { DeviceConfiguration, UserPoolAddOns, VerificationMessageTemplate, Policies, IssuerConfiguration } = settings
  if (VerificationMessageTemplate?.DefaultEmailOption === 'CONFIRM_WITH_LINK')
    throw errors.notBuilt('VerificationMessageTemplate.DefaultEmailOption CONFIRM_WITH_LINK')
  if (DeviceConfiguration?.ChallengeRequiredOnNewDevice || DeviceConfiguration?.DeviceOnlyRememberedOnUserPrompt)
    throw errors.notBuilt('DeviceConfiguration (remembered devices)')
  if (UserPoolAddOns?.AdvancedSecurityAdditionalFlows?.CustomAuthMode === 'ENFORCED')
    throw errors.notBuilt('UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode ENFORCED (threat protection)')
  if (Policies?.PasswordPolicy?.PasswordHistorySize) throw errors.notBuilt('PasswordPolicy.PasswordHistorySize')
  if (IssuerConfiguration?.Type === 'UPDATED') throw errors.notBuilt('IssuerConfiguration.Type UPDATED')
}

/** AWS documents threat protection for the tier PLUS only. */
function checkProtectionTier({ UserPoolAddOns, UserPoolTier }: PoolSettings): void {
  const mode = UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF'
  if (mode !== 'OFF' && UserPoolTier !== 'PLUS')
    throw poolRefusals.tierWithout('Threat protection', UserPoolTier ?? 'ESSENTIALS')
}

function checkTemporaryPasswordDays(input: CreateUserPoolRequest | UpdateUserPoolRequest): void {
  const named = input.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays !== undefined
  if (named && input.AdminCreateUserConfig?.UnusedAccountValidityDays) throw poolRefusals.unusedAccountValidity()
}

/** SMS of any kind needs SmsConfiguration, also where a custom sender delivers them. */
function checkVerification(settings: PoolSettings): void {
  const verified = settings.AutoVerifiedAttributes ?? []
  if (verified.includes('phone_number') && !settings.SmsConfiguration) throw poolRefusals.autoVerifiedPhoneNeedsSms()
  const first = settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? []
  if (!first.every((attribute) => verified.includes(attribute)))
    throw poolRefusals.verifyBeforeUpdateNeedsAutoVerification()
}

/** MFA by e-mail needs the pool's own SES identity: observed at SetUserPoolMfaConfig, for later updates assumed. */
function checkFactors(pool: Pick<PoolDoc, 'settings' | 'mfaFactors'>): void {
  const { settings } = pool
  const factors = poolFactors(pool)
  if (factors.includes('sms') && !settings.SmsConfiguration) throw poolRefusals.mfaNeedsSms()
  if (!factors.includes('email')) return
  if (settings.UserPoolTier === 'LITE') throw poolRefusals.tierWithout('MFA by e-mail', 'LITE')
  if (settings.EmailConfiguration?.EmailSendingAccount !== 'DEVELOPER') throw poolRefusals.emailMfaNeedsDeveloper()
}

/** Codes in place of a password: not beside a demanded second factor (observed), not for the tier LITE (documented). */
function checkFirstFactors({ Policies, MfaConfiguration, UserPoolTier, SmsConfiguration }: PoolSettings): void {
  const factors = Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? []
  for (const factor of ['WEB_AUTHN', 'SOFTWARE_TOKEN'] as const) {
    if (factors.includes(factor)) throw errors.notBuilt(`SignInPolicy.AllowedFirstAuthFactors ${factor}`)
  }
  if (!factors.includes('EMAIL_OTP') && !factors.includes('SMS_OTP')) return
  if (MfaConfiguration === 'ON') throw poolRefusals.codeFactorsWithMfa()
  if (UserPoolTier === 'LITE') throw poolRefusals.tierWithout('Sign-in by EMAIL_OTP or SMS_OTP', 'LITE')
  if (factors.includes('SMS_OTP') && !SmsConfiguration) throw poolRefusals.smsFactorNeedsSms()
}

/**
 * AWS documents that whose second factor comes to an address cannot recover by it, so a pool that demands such a factor and
 * knows no other way is refused.
 */
function checkRecovery(pool: Pick<PoolDoc, 'settings' | 'mfaFactors'>): void {
  const { AccountRecoverySetting, MfaConfiguration } = pool.settings
  const mechanisms = AccountRecoverySetting?.RecoveryMechanisms ?? []
  const count = mechanisms.length
  if (count > 1 && mechanisms.some(({ Name }) => Name === 'admin_only')) throw poolRefusals.adminOnlyCombined()
  const names = new Set(mechanisms.map(({ Name }) => Name))
  if (MfaConfiguration === 'ON' && count === 1) {
    const factors = poolFactors(pool)
    if (factors.includes('sms') && names.has('verified_phone_number')) throw poolRefusals.recoveryByMfaPhone()
    if (factors.includes('email') && names.has('verified_email')) throw poolRefusals.recoveryByMfaEmail()
  }
  const priorities = new Set(mechanisms.map(({ Priority }) => Priority))
  if (names.size < count || priorities.size < count) throw poolRefusals.duplicateRecovery()
}

function checkProviders({ EmailConfiguration, SmsConfiguration }: PoolSettings, region: string): void {
  if (EmailConfiguration?.EmailSendingAccount === 'DEVELOPER' && !EmailConfiguration.SourceArn)
    throw poolRefusals.developerNeedsSourceArn()
  if (!SmsConfiguration) return
  if (!SmsConfiguration.SnsCallerArn && !SmsConfiguration.EumsSms) throw poolRefusals.smsNeedsRole()
  if (SmsConfiguration.SnsRegion && SmsConfiguration.SnsRegion !== region) throw poolRefusals.foreignSnsRegion(region)
}
