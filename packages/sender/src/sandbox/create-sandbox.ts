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

export interface Redirected {
  provider: Provider
  to: string
  body: Rendered
}

export interface Redirect {
  provider: Provider
  /** Whether messages of a channel go to the sandbox at all; an exempted recipient's do not even so. */
  covers(channel: Channel): boolean
  /** Undefined where the message goes to its own recipient. */
  redirect(message: Message, to: string, channel: Channel, body: Rendered): Redirected | undefined
}

/**
 * @param stage `STAGE` of the environment.
 * @throws {SenderError} `Configuration` on a production stage, unless forced: people would wait for messages in vain.
 */
export function createSandbox(sandbox: Sandbox, options: Pick<Options, 'email'>, stage: string | undefined): Redirect {
  if (/^prod(uction)?$/i.test(stage ?? '') && sandbox.force !== true) {
    const mend = 'Set sandbox to false there, or force it'
    throw new SenderError('Configuration', `STAGE is ${stage}, and a sandbox would keep messages from people. ${mend}.`)
  }
  const { to: target, except = [], channels } = sandbox
  const provider = providerOf(target, options)
  const covers = (channel: Channel) => channels?.includes(channel) ?? true
  return {
    provider,
    covers,
    redirect(message, to, channel, body) {
      if (!covers(channel) || matchesAny(to, except)) return undefined
      if (target !== 'inbox' && 'email' in target) {
        return { provider, to: keepTag(target.email, to), body: withBanner(body, message, to, channel) }
      }
      // An inbox, and a provider of one's own, show recipient and source themselves; codes are read from the words as they are.
      if (target === 'inbox' || 'provider' in target) return { provider, to, body }
      return { provider, to, body: withBanner(body, message, to, channel) }
    },
  }
}

function providerOf(target: Sandbox['to'], options: Pick<Options, 'email'>): Provider {
  if (target === 'inbox') return heraldInbox()
  if ('provider' in target) return target.provider
  if ('snsTopicArn' in target) return snsTopic({ topicArn: target.snsTopicArn })
  if ('slack' in target) return slack({ webhookUrl: target.slack })
  if (options.email) return options.email
  throw new SenderError(
    'Configuration',
    'A sandbox that sends e-mail needs the option email: a provider to send it by.',
  )
}
