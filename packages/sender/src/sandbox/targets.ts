import { SenderError } from '../errors.ts'
import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Options, Sandbox } from '../options.ts'
import type { Provider, Rendered } from '../provider.ts'
import { heraldInbox } from '../providers/herald-inbox.ts'
import { slack } from '../providers/slack.ts'
import { snsTopic } from '../providers/sns-topic.ts'
import { withBanner } from './banner.ts'
import { keepTag, matchesAny } from './recipients.ts'
import type { SandboxTargets } from './redirect.ts'

/** A sandbox, with every target that it may name: Herald's inbox, one e-mail address, an SNS topic, Slack, a provider. */
export const sandboxTargets: SandboxTargets = (sandbox, options, stage) => {
  if (/^prod(uction)?$/i.test(stage ?? '') && sandbox.force !== true) {
    const mend = 'Set sandbox to false there, or force it'
    throw new SenderError('Configuration', `STAGE is ${stage}, and a sandbox would keep messages from people. ${mend}.`)
  }
  const { to: target, except = [], channels } = sandbox
  const { provider, change } = targetOf(target, options)
  const covers = (channel: Channel) => channels?.includes(channel) ?? true
  return {
    provider,
    covers,
    redirect(message, to, channel, body) {
      if (!covers(channel)) return undefined
      if (matchesAny(to, except)) {
        // Only the sandbox's own provider would be there, which cannot reach the recipient, or must not.
        if (options[message.kind] || channel !== message.kind) return undefined
        const why = `The sandbox excepts the recipient, and ${channel} messages have no provider`
        throw new SenderError('Configuration', `${why}. Set the option ${channel}.`)
      }
      return { provider, to, body, ...change?.(message, to, channel, body) }
    },
  }
}

/** What takes a sandbox's messages. */
interface Target {
  provider: Provider
  /** The message as it goes there. Default: as its recipient would have got it. */
  change?(message: Message, to: string, channel: Channel, body: Rendered): { to: string; body: Rendered }
}

function targetOf(target: Sandbox['to'], { email }: Pick<Options, 'email'>): Target {
  // An inbox, and a provider of one's own, show recipient and source themselves; codes are read from the words as they are.
  if (target === 'inbox') return { provider: heraldInbox() }
  if ('provider' in target) return { provider: target.provider }
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
