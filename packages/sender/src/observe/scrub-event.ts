import { maskAddresses } from './mask.ts'
import { walk } from './scrub.ts'

/** Names whose members are removed, whatever they hold. */
const secretName =
  /(^|[_\-.\s])(code|otp|otps|pin|auth|key)$|(confirmation|verification|one_?time|mfa|sms|email)[_-]?(code|otp)|passw(or)?d|passcode|secret|token|authorization|cookie|credential|session$|api[_-]?key|signature|ciphertext/i
/** The person's own data, as it stands among the attributes of an event. */
const personalName =
  /^(given_name|family_name|middle_name|nickname|preferred_username|birthdate|address|phone_number|phone|email|picture|ip_address|one_click_link_\w+)$/i
/** Camel case ends in a word of its own: `userCode`, `tempPin`. */
const camelName = /[a-z](Code|Otp|OTP|Pin|Key|Session)$/

/** What stands under `code` in errors of Node and of AWS tells what failed, and is no code of a person. */
const codeOfAnError = (value: unknown) =>
  (typeof value === 'string' &&
    /^(?!\d+$)[A-Z][A-Za-z]*(_[A-Z0-9]+)*$/.test(value) &&
    /[A-Z]{4}|[a-z]{4}|_/.test(value)) ||
  (typeof value === 'number' && Math.abs(value) < 1000)

const patterns: [RegExp, string][] = [
  // JSON Web Tokens; the Encryption SDK's messages of versions 1 and 2.
  [/\beyJ[\w-]{5,}\.[\w-]{5,}(\.[\w-]*)?/g, '[token]'],
  [/\bA[YgQ][A-P][\w+/=-]{100,}/g, '[ciphertext]'],
  [/\b(Bearer|Basic)\s+[\w+/=.~-]{6,}/gi, '$1 [removed]'],
  // Keys of the usual services.
  [/\b(re_|SG\.|sk_|pk_|rk_|xox[a-z]-|whsec_|key-|AKIA|ASIA|EAA)[\w.-]{8,}/g, '[key]'],
  [/\/\/[^\s/@:]{1,100}:[^\s/@]{1,100}@/g, '//[removed]@'],
  // In URLs, forms, and sentences that name what they hold.
  [
    /\b((?:\w{0,30}(?:code|otp|password|passwd|token|secret|signature|api[_-]?key))["']?\s?(?:=|:|\bis\b)\s?["']?)[^\s"'&,;<>]{3,}/gi,
    '$1[removed]',
  ],
  // A code of Cognito has 6 or 8 digits.
  [/(?<![\w.:+-])\d{6,8}(?![\w:-]|\.\d)/g, '[digits]'],
]

const scrubText = (text: string) =>
  maskAddresses(patterns.reduce((left, [pattern, to]) => left.replace(pattern, to), text))

/**
 * Takes codes, passwords, tokens and addresses out of an event of an error tracker, as far as their names or forms tell
 * them: `Sentry.init({ beforeSend: scrubEvent })`. Returns a copy. What nothing gives away (a password in the middle of a
 * sentence) it cannot find: the sender's own errors and log lines never hold one.
 */
export function scrubEvent<T>(event: T): T {
  const hide = (name: string, value: unknown) => {
    if (value === null || value === undefined || typeof value === 'boolean') return false
    if (/^code$/i.test(name) && codeOfAnError(value)) return false
    return secretName.test(name) || personalName.test(name) || camelName.test(name)
  }
  return walk(event, scrubText, hide) as T
}
