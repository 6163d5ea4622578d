import type { Channel } from '../events/sources.ts'
import type { Verdict } from '../guard/rule.ts'
import type { Message } from '../message.ts'
import { storeFailed, within } from './claims.ts'
import { type Run, tell } from './run.ts'

export interface Denial {
  rule: string
  why: string
  /** The channel that the rule asks for instead. */
  fallback?: Channel
}

/**
 * Asks the guard's rules in their order.
 * @returns the first denial; undefined where the message may go.
 * @throws {SenderError} `StoreFailed` where a rule could not judge and messages may not go out without it.
 */
export async function judge(run: Run, message: Message, channel: Channel): Promise<Denial | undefined> {
  const { setup } = run
  for (const rule of setup.options.guard ?? []) {
    let verdict: Verdict
    try {
      verdict = await within(
        run,
        run.deadline,
        Promise.resolve(
          rule.check(message, setup.store, { now: setup.now(), channel, alarm: (alarm) => raise(run, alarm) }),
        ),
      )
    } catch (error) {
      storeFailed(run, `rule ${rule.name}`, error)
      continue
    }
    if (verdict === 'allow') continue
    const { deny: why, fallback } = verdict
    return { rule: rule.name, why, ...(fallback && { fallback }) }
  }
  return undefined
}

type Alarm = Parameters<NonNullable<NonNullable<Run['setup']['options']['on']>['alarm']>>[0]

function raise(run: Run, alarm: Alarm): void {
  run.measure({ LimitNear: 1 }, { rule: alarm.rule })
  run.log.warn('limit nearly used up', alarm)
  tell(run, 'alarm', (hook) => hook(alarm))
}
