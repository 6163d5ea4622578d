import type { Decryptor } from '../decrypt/decryptor.ts'
import type { Handler, Options } from '../options.ts'
import { system } from '../system.ts'
import { handleEvent } from './handle-event.ts'
import { setUp, type UsualTemplates } from './setup.ts'

/**
 * Makes a handler of its options and of what it has for those left out, so that a bundle holds no other.
 * @throws {SenderError} `Configuration` for options that cannot work.
 */
export function assembleSender(options: Options, decryptor: Decryptor, usualTemplates: UsualTemplates): Handler {
  const setup = setUp(options, decryptor, usualTemplates, system)
  return (event, context) => handleEvent(event, context ?? {}, setup)
}
