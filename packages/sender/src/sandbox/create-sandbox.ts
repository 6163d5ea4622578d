import { SenderError } from '../errors.ts'
import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Options, Sandbox } from '../options.ts'
import type { Provider, Rendered } from '../provider.ts'
import { matchesAny } from './recipients.ts'
import type { Target } from './targets.ts'

export interface Redirected {
  provider: Provider
  to: string
  body: Rendered
}

export interface Redirect {
  provider: Provider
  /** Whether messages of a channel go to the sandbox at all; an exempted recipient's do not even so. */
  covers(channel: Channel): boolean
  /**
   * Undefined where the message goes to its own recipient.
   * @throws {SenderError} `Configuration` for an exempted recipient's message whose channel has no provider of its own.
   */
  redirect(message: Message, to: string, channel: Channel, body: Rendered): Redirected | undefined
}

/**
 * @param stage `STAGE` of the environment.
 * @throws {SenderError} `Configuration` on a production stage, unless forced: people would wait for messages in vain.
 */
export function createSandbox(
  sandbox: Sandbox,
  options: Pick<Options, 'email' | 'sms' | 'sandboxTargets'>,
  stage: string | undefined,
): Redirect {
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

function targetOf(target: Sandbox['to'], options: Pick<Options, 'email' | 'sandboxTargets'>): Target {
  if (target !== 'inbox' && 'provider' in target) return target
  if (options.sandboxTargets) return options.sandboxTargets(target, options)
  const mend = "import { sandboxTargets } from '@herald/sender/lite' and give it as the option sandboxTargets"
  throw new SenderError('Configuration', `In lite a sandbox has only the target { provider }. For any other, ${mend}.`)
}
