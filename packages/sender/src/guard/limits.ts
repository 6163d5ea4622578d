import type { Message } from '../message.ts'
import { atMost } from './counting.ts'
import { phoneOf, recipientOf } from './recipient.ts'
import type { Rule } from './rule.ts'

/** At most `n` messages to one phone in a window (`1h`). E-mail passes. @throws as `atMost` does. */
export function perPhone(n: number, window: string): Rule {
  return atMost({ name: 'perPhone', n, window, subject: phoneOf })
}

/** At most `n` messages to one phone or e-mail address in a window. @throws as `atMost` does. */
export function perRecipient(n: number, window: string): Rule {
  return atMost({ name: 'perRecipient', n, window, subject: recipientOf })
}

/**
 * At most `n` messages in a window to all phones together whose numbers begin alike: those who earn by messages buy numbers in
 * blocks. E-mail passes.
 * @param digits how many digits of the E.164 number, without `+`, from 3; 7 where it is left out.
 * @throws as `atMost` does.
 */
export function perPrefix(n: number, window: string, digits = 7): Rule {
  if (!Number.isSafeInteger(digits) || digits < 3 || digits > 15) {
    throw new RangeError('perPrefix() needs 3 to 15 digits.')
  }
  const subject = (message: Message) => phoneOf(message)?.slice(0, digits + 1)
  return atMost({ name: 'perPrefix', n, window, subject })
}

/** At most `n` messages in a window for one app client; those that no client asked for pass. @throws as `atMost` does. */
export function perClient(n: number, window: string): Rule {
  const subject = ({ poolId, clientId }: Message) => (clientId === undefined ? undefined : `${poolId}/${clientId}`)
  return atMost({ name: 'perClient', n, window, subject })
}

/** At most `n` messages in a window to one user of a pool, by whatever channel. @throws as `atMost` does. */
export function perUser(n: number, window: string): Rule {
  return atMost({ name: 'perUser', n, window, subject: ({ poolId, userName }) => `${poolId}/${userName}` })
}

/**
 * One message to a recipient in a window (`30s`), per purpose: `SignUp` and `ResendCode` are one purpose, for they bring the same
 * code again, while a sign-in right after a sign-up has its own. @throws as `atMost` does.
 */
export function cooldown(window: string): Rule {
  const subject = (message: Message) => {
    const to = recipientOf(message)
    const purpose = message.source === 'ResendCode' ? 'SignUp' : message.source
    return to === undefined ? undefined : `${purpose}/${to}`
  }
  return atMost({ name: 'cooldown', n: 1, window, subject })
}
