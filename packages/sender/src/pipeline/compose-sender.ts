import type { Decryptor } from '../decrypt/decryptor.ts'
import type { Handler, Options } from '../options.ts'
import { sandboxTargets } from '../sandbox/targets.ts'
import { builtInTemplates } from '../templates/built-in.ts'
import { assembleSender } from './assemble-sender.ts'

/**
 * Makes a handler that decrypts in the given way, so that AWS's Encryption SDK is not part of the bundle:
 * `composeSender({ email }, liteDecryptor({ keyArn }))`. In all else it is `createSender`.
 * @throws {SenderError} `Configuration` for options that cannot work.
 */
export function composeSender(options: Options, decryptor: Decryptor): Handler {
  const { sandboxTargets: targets = sandboxTargets } = options
  return assembleSender({ ...options, sandboxTargets: targets }, decryptor, builtInTemplates)
}
