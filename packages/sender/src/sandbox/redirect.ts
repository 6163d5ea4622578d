import { SenderError } from '../errors.ts'
import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Options, Sandbox } from '../options.ts'
import type { Provider, Rendered } from '../provider.ts'

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
 * Makes a sandbox of what the option says.
 * @param stage `STAGE` of the environment.
 * @throws {SenderError} `Configuration` for a target that lacks something, and on a production stage, unless forced: people would
 *   wait for messages in vain.
 */
export type SandboxTargets = (
  sandbox: Sandbox,
  options: Pick<Options, 'email' | 'sms'>,
  stage: string | undefined,
) => Redirect

/** @throws {SenderError} `Configuration` as `SandboxTargets`, and where that was left out of the bundle. */
export function openSandbox({ sandbox, sandboxTargets, ...options }: Options): Redirect | undefined {
  if (!sandbox) return undefined
  if (sandboxTargets) return sandboxTargets(sandbox, options, process.env.STAGE)
  const mend = "import { sandboxTargets } from '@herald/sender/lite' and give it as the option sandboxTargets"
  throw new SenderError('Configuration', `In lite the option sandbox needs another: ${mend}.`)
}
