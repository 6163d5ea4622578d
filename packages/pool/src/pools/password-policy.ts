import type { Randomness } from '@herald/environment'
import type { PasswordPolicyType } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import type { PoolDoc } from './pool.ts'
import { randomText } from './random-text.ts'

/** What AWS documents as the policy of a pool that names none. */
export const defaultPasswordPolicy = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
} as const satisfies PasswordPolicyType

const upperCase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const digits = '0123456789'
/** AWS documents this set; the space is a symbol too, where a password may hold one. */
const symbols = '^$*.[]{}()?-"!@#%&/\\,><\':;|_~`+='

/** The order in which AWS names what is missing is assumed. */
const classes = [
  { flag: 'RequireUppercase', characters: upperCase, refusal: 'Password must have uppercase characters' },
  { flag: 'RequireLowercase', characters: upperCase.toLowerCase(), refusal: 'Password must have lowercase characters' },
  { flag: 'RequireNumbers', characters: digits, refusal: 'Password must have numeric characters' },
  { flag: 'RequireSymbols', characters: `${symbols} `, refusal: 'Password must have symbol characters' },
] as const

/** @throws InvalidPasswordException naming the first rule of the pool's policy that the password breaks. */
export function checkPassword(pool: PoolDoc, password: string): void {
  const policy = policyOf(pool)
  if ([...password].length < (policy.MinimumLength ?? defaultPasswordPolicy.MinimumLength))
    throw errors.passwordAgainstPolicy('Password not long enough')
  for (const { flag, characters, refusal } of classes) {
    if (policy[flag] && !holdsOneOf(password, characters)) throw errors.passwordAgainstPolicy(refusal)
  }
}

/** Assumed: AWS documents only that temporary passwords follow the policy. */
const SHORTEST_TEMPORARY_PASSWORD = 8
const TRIES = 1000

/**
 * A temporary password. It always holds characters of every class, and often one of `<`, `>`, `&` and the quotes, which
 * Cognito escapes on their way to a custom sender. Every password of this kind is as likely as any other.
 */
export function generateTemporaryPassword(pool: PoolDoc, random: Randomness): string {
  const length = Math.max(policyOf(pool).MinimumLength ?? 0, SHORTEST_TEMPORARY_PASSWORD)
  const alphabet = upperCase + upperCase.toLowerCase() + digits + symbols
  for (let i = 0; i < TRIES; i++) {
    const password = randomText(random, alphabet, length)
    if (classes.every(({ characters }) => holdsOneOf(password, characters))) return password
  }
  throw new Error('The source of chance always gives the same.')
}

function policyOf(pool: PoolDoc): PasswordPolicyType {
  return pool.settings.Policies?.PasswordPolicy ?? defaultPasswordPolicy
}

function holdsOneOf(text: string, characters: string): boolean {
  for (const character of text) if (characters.includes(character)) return true
  return false
}
