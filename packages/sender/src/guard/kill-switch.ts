import { emailSources } from '../events/sources.ts'
import type { Message } from '../message.ts'
import { countriesOf, countrySet } from './country.ts'
import { readParameter } from './parameter.ts'
import { phoneOf } from './recipient.ts'
import type { Circumstances, Rule } from './rule.ts'

export interface KillSwitchOptions {
  /** Name of the environment variable that is read where `ssm` is left out. Default `HERALD_KILL_SWITCH`. */
  env?: string
  /** Name of a Parameter Store parameter to read instead: it works without a deployment. */
  ssm?: string
  /** Seconds for which the parameter is remembered. Default 30. */
  cacheS?: number
  /** Reads the text from somewhere else. */
  read?: () => Promise<string>
}

const channels = ['email', 'sms', 'whatsapp', 'voice', 'chat']

/**
 * Stops messages while an incident lasts. The text names what is stopped, separated by commas or spaces: `all`, a channel (`sms`),
 * a source (`SignUp`), a country (`NG`), or several that must all hold, joined by `/` (`sms/NG/SignUp`). Empty, `off` or `none`
 * stops nothing.
 *
 * The check rejects when the text has a word that means nothing, or when the parameter could not be read and was never read
 * before; a parameter that was read before holds until it can be read again.
 */
export function killSwitch(options: KillSwitchOptions = {}): Rule {
  const { env = 'HERALD_KILL_SWITCH', ssm, cacheS = 30 } = options
  const read = options.read ?? (ssm === undefined ? undefined : readParameter(ssm))
  let known: { text: string; until: number } | undefined
  async function text(now: number): Promise<string> {
    if (!read) return process.env[env] ?? ''
    if (known && now < known.until) return known.text
    try {
      known = { text: await read(), until: now + cacheS * 1000 }
    } catch (error) {
      if (!known) throw error
      known = { text: known.text, until: now + cacheS * 1000 }
    }
    return known.text
  }
  return {
    name: 'killSwitch',
    needsStore: false,
    async check(message, _store, at) {
      const entries = (await text(at.now)).split(/[\s,]+/).filter((entry) => !/^(off|none)?$/i.test(entry))
      let meaningless: unknown
      for (const entry of entries) {
        try {
          if (entry.split('/').every((word) => holds(word, message, at))) return { deny: `stopped: ${entry}` }
        } catch (error) {
          meaningless = error
        }
      }
      if (meaningless) throw meaningless
      return 'allow'
    },
  }
}

function holds(word: string, message: Message, { channel }: Circumstances): boolean {
  // Whoever writes this is in a hurry.
  const lower = word.toLowerCase()
  if (lower === 'all') return true
  if (channels.includes(lower)) return lower === channel
  if ((emailSources as readonly string[]).includes(word)) return word === message.source
  if (!/^[A-Z]{2}$|^001$/.test(word)) {
    throw new TypeError(`killSwitch: "${word.slice(0, 40)}" is neither "all", nor a channel, a source or a country`)
  }
  countrySet([word])
  const phone = phoneOf(message)
  return phone !== undefined && countriesOf(phone).includes(word)
}
