import type { Channel } from '../events/sources.ts'
import type { Additions, Facts } from './said.ts'
import { fitsSegments, transliterate } from './segments.ts'
import { takeoverAction } from './takeover.ts'
import { userNameShown } from './user-name.ts'
import { codeWords } from './words/words.ts'

/** Read out, digits stand apart, so that they are not said as one number. */
const spoken = (code: string) => [...code].join(', ')

/**
 * The message as a text without a subject: SMS, WhatsApp, voice or chat. What to do with a code not asked for is said
 * where it costs no further segment.
 */
export function builtInSms(facts: Facts, channel: Channel, end: Additions['end'] = (said) => said): string {
  const { message, words, brand, secret = '', period } = facts
  const start = brand.name ? transliterate(words.from(brand.name)) : ''
  if (message.source === 'AccountTakeOverNotification') {
    const { takeover } = words
    const said = [takeover.purpose, takeoverAction(message, words), takeover.advice].filter(
      (part) => part !== undefined,
    )
    return start + transliterate(said.join(words.space))
  }
  if (message.source === 'AdminCreateUser') {
    // The password ends the text: a full stop after it would be taken for a part of it.
    return start + words.invitation.short(userNameShown(message), secret)
  }
  const code = channel === 'voice' ? spoken(secret) : secret
  const { short } = codeWords(words, message.source)
  const validity = period === undefined ? [] : [words.validShort(period)]
  const said = [short(code), ...validity, words.keepShort]
  const brief = end(start + said.join(words.space), facts)
  const full = end(start + [...said, words.ignoreShort].join(words.space), facts)
  return channel !== 'sms' || fitsSegments(full) ? full : brief
}
