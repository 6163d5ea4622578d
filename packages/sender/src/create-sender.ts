import { createDecryptor } from './decrypt/create-decryptor.ts'
import type { Handler, Options } from './options.ts'
import { composeSender } from './pipeline/compose-sender.ts'

/**
 * Makes the handler of a function that a user pool calls as its custom e-mail sender, its custom SMS sender, or both.
 * Call it once, outside the handler: clients, credentials and circuit breakers are then kept as long as the container.
 *
 * The handler returns when the message was accepted, and also when it is decided that it will not be sent: denied by the
 * guard, refused by the provider for its recipient, expired, a duplicate, dropped by an override. It throws one
 * `SenderError` for everything else, so that Lambda tries again.
 * @throws {SenderError} `Configuration` for options that cannot work.
 */
export function createSender(options: Options): Handler {
  const { keyArn, poolIds, decryptor } = options
  return composeSender(
    options,
    decryptor ?? createDecryptor({ ...(keyArn && { keyArn }), ...(poolIds && { poolIds }) }),
  )
}
