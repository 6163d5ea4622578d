import type { Message } from '../message.ts'
import type { Rule } from './rule.ts'

/**
 * Lets through what a question about the user's attributes is answered with `true`.
 * @param why the word for the denial, without anything about the person.
 */
export function attributes(
  allows: (attributes: Readonly<Record<string, string>>, message: Message) => boolean | Promise<boolean>,
  why = 'attributes',
): Rule {
  return {
    name: 'attributes',
    needsStore: false,
    check: async (message) => ((await allows(message.attributes, message)) ? 'allow' : { deny: why }),
  }
}
