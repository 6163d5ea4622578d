import type { Channel, Message, Rule, Store, Verdict } from '@herald/sender'
import { memory } from '@herald/sender/stores/memory'

let keys = 0

/** A message as the pipeline hands it to rules, each with a key of its own. */
export function messageTo(to: string | undefined, members: Partial<Message> = {}): Message {
  keys += 1
  return {
    kind: to?.startsWith('+') ? 'sms' : 'email',
    source: 'SignUp',
    poolId: 'eu-west-1_AbC123',
    region: 'eu-west-1',
    userName: 'jane',
    ...(to === undefined ? {} : { to }),
    attributes: {},
    clientMetadata: {},
    locale: 'en',
    key: `key-${keys}`,
    raw: {},
    ...members,
  }
}

export const noon = Date.UTC(2026, 10, 21, 12)

/** What a rule says, in one word: `allow`, or why not. */
export async function judge(
  rule: Rule,
  message: Message,
  {
    store = memory(),
    now = noon,
    channel = message.kind,
    alarm,
  }: {
    store?: Store
    now?: number
    channel?: Channel
    alarm?: NonNullable<Parameters<Rule['check']>[2]['alarm']>
  } = {},
): Promise<string> {
  const verdict: Verdict = await rule.check(message, store, { now, channel, ...(alarm ? { alarm } : {}) })
  return verdict === 'allow' ? verdict : verdict.deny
}
