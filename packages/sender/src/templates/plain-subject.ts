import { SenderError } from '../errors.ts'
import type { Message } from '../message.ts'

/** Code points of a subject that is kept; longer ones are cut by every mail program. */
const longest = 200

/**
 * A subject as one line: what would end the header line is a space, so that no value can add a header of its own.
 * @throws {SenderError} `Configuration` when the subject shows the message's secret, unless `allowSecret`: subjects are shown on locked screens
 *   and kept in logs. The error's text does not hold it.
 */
export function plainSubject(subject: string, message: Message, allowSecret = false): string {
  const line = subject
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, '')
    .trim()
  const secret = message.secret?.reveal()
  if (!allowSecret && secret !== undefined && secret !== '' && subject.includes(secret)) {
    throw new SenderError(
      'Configuration',
      `The subject of ${message.source} shows the secret; allow it with allowSecretInSubject`,
    )
  }
  const points = [...line]
  return points.length <= longest ? line : points.slice(0, longest).join('')
}
