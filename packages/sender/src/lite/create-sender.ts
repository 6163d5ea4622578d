import type { Handler, Options } from '../options.ts'
import { assembleSender } from '../pipeline/assemble-sender.ts'
import { templatesOf } from '../templates/said.ts'
import { en } from '../templates/words/en.ts'
import { liteDecryptor } from './lite-decryptor.ts'

/**
 * Makes a handler as `createSender` of the package's main entry does, but one that opens codes with {@link liteDecryptor}, so that
 * the official Encryption SDK is not part of the bundle: less than a fourth of the size. Experimental, as that is.
 *
 * Without `templates` its messages are in English. `wordedTemplates({ en, de })` has further languages, of
 * `@herald/sender/words/de` and so on, and no others get into the bundle. A `sandbox` needs the option
 * `sandboxTargets`, likewise.
 * @throws {SenderError} `Configuration` for options that cannot work.
 */
export function createSender(options: Options): Handler {
  const { keyArn, poolIds, decryptor } = options
  const open = decryptor ?? liteDecryptor({ ...(keyArn && { keyArn }), ...(poolIds && { poolIds }) })
  return assembleSender(options, open, (chosen) => templatesOf({ en }, chosen))
}
