import { SenderError } from '../errors.ts'
import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Options, Sandbox } from '../options.ts'
import type { Provider, Rendered } from '../provider.ts'
import { heraldInbox } from '../providers/herald-inbox.ts'
import { slack } from '../providers/slack.ts'
import { snsTopic } from '../providers/sns-topic.ts'
import { withBanner } from './banner.ts'
import { keepTag } from './recipients.ts'

/** What takes a sandbox's messages. */
export interface Target {
  provider: Provider
  /** The message as it goes there. Default: as its recipient would have got it. */
  change?(message: Message, to: string, channel: Channel, body: Rendered): { to: string; body: Rendered }
}

/** All that `sandbox.to` may be but a provider. */
export type NamedTarget = Exclude<Sandbox['to'], { provider: Provider }>

/** @throws {SenderError} `Configuration` for a target that lacks something. */
export type SandboxTargets = (to: NamedTarget, options: Pick<Options, 'email'>) => Target

/** Every target that a sandbox may name: Herald's inbox, one e-mail address, an SNS topic, Slack. */
export const sandboxTargets: SandboxTargets = (target, { email }) => {
  // The inbox shows recipient and source itself; codes are read from the words as they are.
  if (target === 'inbox') return { provider: heraldInbox() }
  const change: Target['change'] = (message, to, channel, body) => ({
    to,
    body: withBanner(body, message, to, channel),
  })
  if ('snsTopicArn' in target) return { provider: snsTopic({ topicArn: target.snsTopicArn }), change }
  if ('slack' in target) return { provider: slack({ webhookUrl: target.slack }), change }
  if (!email) {
    const why = 'A sandbox that sends e-mail needs the option email: a provider to send it by.'
    throw new SenderError('Configuration', why)
  }
  return {
    provider: email,
    change: (message, to, channel, body) => ({ ...change(message, to, channel, body), to: keepTag(target.email, to) }),
  }
}
