import type { Message } from '../message.ts'
import type { Rule, Verdict } from './rule.ts'

export interface RiskOptions {
  /** Scores from here on are denied. */
  denyFrom: number
  /** Milliseconds until the answer is given up, and the rule rejects. Default 1000. */
  timeoutMs?: number
  /** Of the rule, as metrics show it. Default `risk`. */
  name?: string
}

/**
 * Asks a service how risky a message is: Twilio Lookup's `sms_pumping_risk`, a score of your own.
 * @param ask gives a score, or the verdict itself; `signal` aborts when the time is over. Where it rejects, so does the rule.
 */
export function risk(
  ask: (message: Message, signal: AbortSignal) => Promise<number | Verdict>,
  { denyFrom, timeoutMs = 1000, name = 'risk' }: RiskOptions,
): Rule {
  return {
    name,
    needsStore: false,
    async check(message) {
      const signal = AbortSignal.timeout(timeoutMs)
      const answer = await Promise.race([ask(message, signal), rejection(signal, name)])
      if (typeof answer !== 'number') return answer
      if (Number.isNaN(answer)) throw new TypeError(`${name}: the score is no number`)
      return answer >= denyFrom ? { deny: `score ${answer}` } : 'allow'
    },
  }
}

function rejection(signal: AbortSignal, name: string): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`${name}: no answer in time`)), { once: true })
  })
}
