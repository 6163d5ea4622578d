import type { Templates } from './template-set.ts'
import { type Languages, type WordedOptions, wordedTemplates } from './worded.ts'
import { builtInWords } from './words/index.ts'

export interface BuiltInOptions extends WordedOptions {
  /** Texts in further languages, or in place of the built-in ones, by BCP 47 tag. */
  words?: Languages
}

/**
 * The built-in texts: every source that Cognito has, by e-mail and by SMS, in the languages of `builtInWords`. Each says
 * what the code is for, how long it is good, that it is for nobody else, and what to do with one not asked for. An
 * e-mail has an HTML part and a text part that say the same.
 *
 * Names of users do not occur in them, except the user name in an invitation, so that nobody can send words of his own to
 * a stranger by signing up. A source that is not known, where the sender lets it through, is told as `Your code`.
 * @throws {TypeError} for a wrong ending of SMS
 */
export function builtInTemplates({ words, ...options }: BuiltInOptions = {}): Templates {
  return wordedTemplates({ ...builtInWords, ...words }, options)
}
