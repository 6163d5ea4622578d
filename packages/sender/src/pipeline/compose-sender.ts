import type { Decryptor } from '../decrypt/decryptor.ts'
import type { Handler, Options } from '../options.ts'
import { system } from '../system.ts'
import { handleEvent } from './handle-event.ts'
import { setUp } from './setup.ts'

/**
 * Makes a handler that decrypts in the given way, so that AWS's Encryption SDK is not part of the bundle:
 * `composeSender({ email }, liteDecryptor({ keyArn }))`. In all else it is `createSender`.
 * @throws {SenderError} `Configuration` for options that cannot work.
 */
export function composeSender(options: Options, decryptor: Decryptor): Handler {
  const setup = setUp(options, decryptor, system)
  return (event, context) => handleEvent(event, context ?? {}, setup)
}
