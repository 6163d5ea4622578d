import type { Handler, Options } from '../options.ts'
import { composeSender } from '../pipeline/compose-sender.ts'
import { liteDecryptor } from './lite-decryptor.ts'

/**
 * Makes a handler as `createSender` of the package's main entry does, but one that opens codes with {@link liteDecryptor}, so that
 * the official Encryption SDK is not part of the bundle: less than a third of the size. Experimental, as that is.
 * @throws {SenderError} `Configuration` for options that cannot work.
 */
export function createSender(options: Options): Handler {
  const { keyArn, poolIds, decryptor } = options
  return composeSender(options, decryptor ?? liteDecryptor({ ...(keyArn && { keyArn }), ...(poolIds && { poolIds }) }))
}
