import type { Message } from '../message.ts'
import type { Provider } from '../provider.ts'
import { escapeHtml } from '../templates/escape.ts'
import { call } from './call.ts'
import { judgeTwilio, type TwilioAccount, twilioAccount } from './twilio-account.ts'

export interface TwilioVoiceOptions extends TwilioAccount {
  /** A number of the account, or a verified caller id; E.164. */
  from: string
  /** Twilio's language for a message (`de-DE`). Default: by its locale, `en-US` where Twilio would not know it. */
  language?: (message: Message) => string
  /** For example `Polly.Vicki`; it has to speak the language. Default: Twilio's own. */
  voice?: string
  /** How often the words are said. Default 2. */
  loop?: number
}

/** Regions that Twilio's languages are named with where a locale names none. */
const regions: Readonly<Record<string, string>> = {
  da: 'DK',
  de: 'DE',
  en: 'US',
  es: 'ES',
  fi: 'FI',
  fr: 'FR',
  it: 'IT',
  ja: 'JP',
  ko: 'KR',
  nb: 'NO',
  nl: 'NL',
  pl: 'PL',
  pt: 'PT',
  ru: 'RU',
  sv: 'SE',
}

/**
 * Calls the person and says the words, by Twilio's Calls resource. What is rendered for the channel `voice` spells the code.
 * Webhooks: the status callback, verified by `X-Twilio-Signature`.
 * @see https://www.twilio.com/docs/voice/api/call-resource
 * @see https://www.twilio.com/docs/voice/twiml/say
 * @throws {TypeError} when credentials are missing, or `baseUrl` is malformed.
 */
export function twilioVoice(options: TwilioVoiceOptions): Provider {
  const { request, check, webhook } = twilioAccount(options)
  const { language = languageOf, voice, loop = 2 } = options
  return {
    name: 'twilio-voice',
    channels: ['voice'],
    check: check!,
    webhook: webhook!,
    send: (to, body, message, context) => {
      const attributes = { language: language(message), voice, loop: String(loop) }
      return call(
        () =>
          request('/Calls.json', {
            form: {
              To: to,
              From: options.from,
              Twiml: `<Response><Say${written(attributes)}>${escapeHtml(body.text)}</Say></Response>`,
              StatusCallback: options.statusCallback,
            },
            judge: judgeTwilio(context.now()),
          }),
        context,
      )
    },
  }
}

function languageOf({ locale }: Message): string {
  const [base = '', region] = locale.split('-')
  const known = regions[base]
  if (known === undefined) return 'en-US'
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? `${base}-${region}` : `${base}-${known}`
}

const written = (attributes: Record<string, string | undefined>) =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeHtml(value)}"`]))
    .join('')
