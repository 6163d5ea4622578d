import type { CreateUserPoolRequest, UpdateUserPoolRequest } from '@herald/protocol/cognito-idp'
import { filledLambdaConfig } from './lambda-config.ts'
import { defaultPasswordPolicy } from './password-policy.ts'
import type { PoolSettings } from './pool.ts'
import { settingDefaults } from './setting-defaults.ts'

/** The settings that a request makes, which name all there are: what it leaves out takes its default. */
export function newSettings(input: CreateUserPoolRequest | UpdateUserPoolRequest): PoolSettings {
  const settings = Object.fromEntries(
    Object.entries(settingDefaults).map(([name, byDefault]) => [
      name,
      structuredClone(input[name as keyof typeof settingDefaults] ?? byDefault),
    ]),
  ) as PoolSettings
  fillPolicies(settings)
  fillInvitation(settings, input)
  fillMessages(settings, input)
  if (settings.LambdaConfig) settings.LambdaConfig = filledLambdaConfig(settings.LambdaConfig)
  settings.EmailConfiguration = { EmailSendingAccount: 'COGNITO_DEFAULT', ...settings.EmailConfiguration }
  return settings
}

/** In a policy that is given, a flag that is left out is off: the model gives it no other default. */
function fillPolicies(settings: PoolSettings): void {
  const given = settings.Policies?.PasswordPolicy
  settings.Policies = {
    PasswordPolicy: given
      ? {
          MinimumLength: given.MinimumLength ?? defaultPasswordPolicy.MinimumLength,
          RequireUppercase: given.RequireUppercase ?? false,
          RequireLowercase: given.RequireLowercase ?? false,
          RequireNumbers: given.RequireNumbers ?? false,
          RequireSymbols: given.RequireSymbols ?? false,
          ...(given.PasswordHistorySize ? { PasswordHistorySize: given.PasswordHistorySize } : {}),
          ...(given.TemporaryPasswordValidityDays
            ? { TemporaryPasswordValidityDays: given.TemporaryPasswordValidityDays }
            : {}),
        }
      : { ...defaultPasswordPolicy },
    SignInPolicy: settings.Policies?.SignInPolicy ?? { AllowedFirstAuthFactors: ['PASSWORD'] },
  }
}

/**
 * The days that a temporary password lives have two names, and Describe answers both. 0 stands for the default of 7 days, as
 * AWS documents.
 */
function fillInvitation(settings: PoolSettings, input: CreateUserPoolRequest | UpdateUserPoolRequest): void {
  const days =
    input.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ||
    input.AdminCreateUserConfig?.UnusedAccountValidityDays ||
    defaultPasswordPolicy.TemporaryPasswordValidityDays
  settings.AdminCreateUserConfig = {
    AllowAdminCreateUserOnly: false,
    ...settings.AdminCreateUserConfig,
    UnusedAccountValidityDays: days,
  }
  const policy = settings.Policies?.PasswordPolicy
  if (policy) policy.TemporaryPasswordValidityDays = days
}

/**
 * The code messages have two places too, and live pools answer what was given in both. Where a request fills both with
 * different words, the template wins: assumed.
 */
function fillMessages(settings: PoolSettings, input: CreateUserPoolRequest | UpdateUserPoolRequest): void {
  const given = input.VerificationMessageTemplate ?? {}
  const template = { ...given, DefaultEmailOption: given.DefaultEmailOption ?? 'CONFIRM_WITH_CODE' } as const
  const sms = given.SmsMessage ?? input.SmsVerificationMessage
  const email = given.EmailMessage ?? input.EmailVerificationMessage
  const subject = given.EmailSubject ?? input.EmailVerificationSubject
  settings.SmsVerificationMessage = sms
  settings.EmailVerificationMessage = email
  settings.EmailVerificationSubject = subject
  settings.VerificationMessageTemplate = {
    ...template,
    ...(sms === undefined ? {} : { SmsMessage: sms }),
    ...(email === undefined ? {} : { EmailMessage: email }),
    ...(subject === undefined ? {} : { EmailSubject: subject }),
  }
}
