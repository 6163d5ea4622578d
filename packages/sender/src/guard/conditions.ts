import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Circumstances, Rule } from './rule.ts'

/** Applies a rule to some messages only: `when((message) => message.source === 'SignUp', perPhone(2, '1h'))`. */
export function when(applies: (message: Message, at: Circumstances) => boolean, rule: Rule): Rule {
  return {
    name: rule.name,
    needsStore: rule.needsStore,
    check: (message, store, at) => (applies(message, at) ? rule.check(message, store, at) : 'allow'),
  }
}

/** Asks for another channel where a rule denies: `insteadBy('email', countries({ allow: ['DE'] }))`. */
export function insteadBy(fallback: Channel, rule: Rule): Rule {
  return {
    name: rule.name,
    needsStore: rule.needsStore,
    async check(message, store, at) {
      const verdict = await rule.check(message, store, at)
      return verdict === 'allow' ? verdict : { ...verdict, fallback }
    },
  }
}
