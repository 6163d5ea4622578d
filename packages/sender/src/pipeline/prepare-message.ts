import { SenderError } from '../errors.ts'
import { localeOfMessage } from '../events/choose-locale.ts'
import { toMessage } from '../events/parse-event.ts'
import type { EmailSource } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Secret } from '../secret.ts'
import { inTime } from './in-time.ts'
import { nameOf, type Run } from './run.ts'

/**
 * The message with its secret. What is logged from here on is scrubbed of it.
 * @throws {SenderError} as the decryptor throws it; `DecryptFailed` also when it did not end in time.
 */
export async function openSecret(run: Run): Promise<Message> {
  const { event, setup } = run
  let secret: Secret | undefined
  try {
    secret = await run.trace('decrypt', {}, () =>
      inTime(run, 'decrypting the code', () => setup.decryptor(event), 'DecryptFailed'),
    )
  } catch (error) {
    run.measure({ DecryptError: 1 })
    if (error instanceof SenderError) throw error
    throw new SenderError('DecryptFailed', `The code could not be decrypted (${nameOf(error)}).`, error)
  }
  if (secret !== undefined) run.hide({ secrets: [secret.reveal()] })
  return toMessage(event, secret)
}

/**
 * Asks the user's own function for this source.
 * @throws {SenderError} `NotDelivered` when that throws, or does not end in time.
 */
export async function override(run: Run, message: Message): Promise<'default' | 'drop' | 'handled'> {
  const { overrides = {} } = run.setup.options
  const { source } = message
  if (!Object.hasOwn(overrides, source)) return 'default'
  const own = overrides[source] as ((message: Message<EmailSource>) => unknown) | undefined
  if (!own) return 'default'
  try {
    const verdict = await inTime(run, `the override for ${source}`, () => own(message))
    return verdict === 'default' || verdict === 'drop' ? verdict : 'handled'
  } catch (error) {
    if (error instanceof SenderError) throw error
    throw new SenderError('NotDelivered', `The override for ${source} threw (${nameOf(error)}).`, error)
  }
}

/**
 * A takeover notification with the address, attributes and locale of the user it concerns; any other message as it is.
 * @throws {SenderError} `NotDelivered` when the user could not be looked up.
 */
export async function address(run: Run, message: Message): Promise<Message> {
  if (message.to !== undefined || message.source !== 'AccountTakeOverNotification') return message
  const { lookUpUser, locales, defaultLocale } = run.setup
  let found: Readonly<Record<string, string>> | undefined
  try {
    found = await inTime(run, 'looking up the user of a notification', () => lookUpUser(message, run.signal))
  } catch (error) {
    if (error instanceof SenderError) throw error
    const name = nameOf(error)
    const mend = name.startsWith('AccessDenied')
      ? " Allow cognito-idp:AdminGetUser on the pool in the function's role."
      : ''
    throw new SenderError('NotDelivered', `The user of a notification could not be looked up (${name}).${mend}`, error)
  }
  const to = message.kind === 'email' ? found?.email : found?.phone_number
  if (found === undefined || !to) return message
  run.hide({
    addresses: [found.email, found.phone_number].filter((text) => text !== undefined && text !== '') as string[],
  })
  const locale = localeOfMessage({ attribute: found.locale, locales, defaultLocale })
  return { ...message, to, locale, attributes: { ...found, ...message.attributes } }
}
