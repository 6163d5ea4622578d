import type { EmailSource } from '../../events/sources.ts'

/** The sources whose message is a code. `Other` is said for a source that is not known. */
export type CodeSource = Exclude<EmailSource, 'AdminCreateUser' | 'AccountTakeOverNotification'> | 'Other'

/** Units of a validity. */
export type Unit = 'minute' | 'hour' | 'day'

/** What a takeover notification says was done; each of the three MFA actions is `mfa`. */
export type TakeoverAction = 'blocked' | 'mfa' | 'allowed'

/** Everything the built-in templates say in one language. The brand is never part of a sentence, as in many languages
 * its form would depend on it. */
export interface Words {
  /** `24 hours`, in the form in which `valid` and `validShort` use it. */
  readonly period: (count: number, unit: Unit) => string
  readonly codes: Readonly<
    Record<
      CodeSource,
      {
        readonly subject: string
        /** What the code is for. */
        readonly purpose: string
        /** The same for an SMS, with the code. */
        readonly short: (code: string) => string
      }
    >
  >
  readonly yourCode: string
  readonly valid: (period: string) => string
  readonly validShort: (period: string) => string
  /** That the code is for nobody else. */
  readonly keep: string
  readonly keepShort: string
  /** What to do with a code that one did not ask for. */
  readonly ignore: string
  readonly ignoreShort: string
  /** The same for a code of a sign-in, which says that somebody may know the password. */
  readonly ignoreSignIn: string
  readonly invitation: {
    readonly subject: string
    readonly purpose: string
    readonly userName: string
    readonly password: string
    readonly valid: (period: string) => string
    readonly change: string
    readonly keep: string
    readonly short: (userName: string, password: string) => string
  }
  readonly takeover: {
    readonly subject: string
    readonly purpose: string
    readonly time: string
    readonly place: string
    readonly device: string
    readonly ip: string
    readonly action: string
    readonly actions: Readonly<Record<TakeoverAction, string>>
    readonly itWasI: string
    readonly itWasNotI: string
    readonly advice: string
  }
  readonly help: (support: string) => string
  /** Between two sentences of an SMS. */
  readonly space: string
  /** How an SMS begins. */
  readonly from: (brand: string) => string
}

/** Between sentences, in languages that put a space there. */
export const spaced = { space: ' ', from: (brand: string): string => `${brand}: ` }

/** For languages whose full stop brings its own space. */
export const unspaced = { space: '', from: (brand: string): string => `【${brand}】` }

/** What is said of a source; of one that is not known, what is said of any code. */
export const codeWords = (words: Words, source: string): Words['codes'][CodeSource] =>
  Object.hasOwn(words.codes, source) ? words.codes[source as CodeSource] : words.codes.Other
