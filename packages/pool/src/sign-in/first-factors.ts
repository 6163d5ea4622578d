import type { AuthFactorType, ChallengeNameType } from '@herald/protocol/cognito-idp'
import { activeFactors } from '../mfa/factors.ts'
import type { SignInCode } from '../mfa/sign-in-code.ts'
import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'

/** What a user may begin a choice-based sign-in with; passkeys are not built. */
export type FirstFactor = 'PASSWORD_SRP' | 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP'

/** Codes that stand in place of a password: observed to have eight digits. */
export const firstFactorCodes = {
  EMAIL_OTP: { challenge: 'EMAIL_OTP', attribute: 'email', digits: 8, first: true },
  SMS_OTP: { challenge: 'SMS_OTP', attribute: 'phone_number', digits: 8, first: true },
} as const satisfies Record<string, SignInCode>

/** The policy's factors; AWS documents a password alone as the default. */
export function allowedFactors({ settings }: Pick<PoolDoc, 'settings'>): readonly AuthFactorType[] {
  return settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD']
}

/**
 * The first factors of a user, in the order observed. As AWS documents, codes are not for users with a second factor, nor for
 * pools that demand one; as observed, they are for confirmed users only. That the address need not be verified is assumed: the
 * code verifies it.
 */
export function firstFactorsOf(pool: PoolDoc, user: UserDoc): FirstFactor[] {
  const allowed = allowedFactors(pool)
  const byPassword = allowed.includes('PASSWORD') && user.sealedPassword !== undefined
  const byCode =
    user.enabled &&
    user.status === 'CONFIRMED' &&
    pool.settings.MfaConfiguration !== 'ON' &&
    activeFactors(pool, user).length === 0
  return [
    ...(byPassword ? (['PASSWORD_SRP', 'PASSWORD'] as const) : []),
    ...(byCode ? codeFactors(pool, user.attributes) : []),
  ]
}

/** What a name that nobody has is offered, where that must not be told: all that the pool allows. */
export function firstFactorsOfNobody(pool: PoolDoc): FirstFactor[] {
  const allowed = allowedFactors(pool)
  return [
    ...(allowed.includes('PASSWORD') ? (['PASSWORD_SRP', 'PASSWORD'] as const) : []),
    ...(['EMAIL_OTP', 'SMS_OTP'] as const).filter((factor) => allowed.includes(factor)),
  ]
}

/** The codes that these addresses allow to sign in by. */
export function codeFactors(
  pool: PoolDoc,
  attributes: Readonly<Record<string, string>>,
): (keyof typeof firstFactorCodes)[] {
  const allowed = allowedFactors(pool)
  return (['EMAIL_OTP', 'SMS_OTP'] as const).filter(
    (factor) => allowed.includes(factor) && attributes[firstFactorCodes[factor].attribute],
  )
}

export function isFirstFactor(name: ChallengeNameType | string): name is FirstFactor {
  return ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'].includes(name)
}
