import type { VoiceId } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import type { Message } from '../message.ts'
import type { Provider } from '../provider.ts'
import { type CommonOptions, clientOf, commonInput, deliver } from './end-user-messaging.ts'

export interface EndUserMessagingVoiceOptions extends CommonOptions {
  /** A number that can call, or a pool with one: its id or ARN. */
  originationIdentity: string
  /** The rules by country that hold against pumping. Default: the configuration set's or the account's. */
  protectConfigurationId?: string
  /** A voice of Amazon Polly for a message, as the API names it: `VICKI`. Default: one that speaks the language of its locale, else AWS's own. */
  voice?: (message: Message) => string
  /** US dollars; a dearer call is not made. */
  maxPricePerMinute?: number
}

/** A voice for each language, and for the regions that are heard to be others. */
const voices: Readonly<Record<string, VoiceId>> = {
  ar: 'ZEINA',
  da: 'NAJA',
  de: 'VICKI',
  'en-GB': 'AMY',
  es: 'LUCIA',
  'es-MX': 'MIA',
  'es-US': 'LUPE',
  fr: 'LEA',
  'fr-CA': 'CHANTAL',
  it: 'BIANCA',
  ja: 'MIZUKI',
  ko: 'SEOYEON',
  nb: 'LIV',
  nl: 'LOTTE',
  no: 'LIV',
  pl: 'EWA',
  pt: 'INES',
  'pt-BR': 'CAMILA',
  ro: 'CARMEN',
  ru: 'TATYANA',
  sv: 'ASTRID',
  tr: 'FILIZ',
  zh: 'ZHIYU',
}

/**
 * Calls the person and says the words, by AWS End User Messaging (`SendVoiceMessage`). What is rendered for the channel
 * `voice` spells the code. A call is not made any more when the code is dead. Needs `sms-voice:SendVoiceMessage`.
 * @see https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendVoiceMessage.html
 * @throws {SenderError} from `send`, when `@aws-sdk/client-pinpoint-sms-voice-v2` is not installed.
 */
export function endUserMessagingVoice(options: EndUserMessagingVoiceOptions): Provider {
  const open = clientOf(options)
  return {
    name: 'end-user-messaging-voice',
    channels: ['voice'],
    async send(to, body, message, context) {
      const { sdk, client } = await open()
      const { locale } = message
      const command = new sdk.SendVoiceMessageCommand({
        DestinationPhoneNumber: to,
        MessageBody: body.text,
        MessageBodyTextType: 'TEXT',
        OriginationIdentity: options.originationIdentity,
        VoiceId: (options.voice?.(message) as VoiceId | undefined) ?? voices[locale] ?? voices[locale.split('-')[0]!],
        MaxPricePerMinute: options.maxPricePerMinute?.toFixed(5),
        ProtectConfigurationId: options.protectConfigurationId,
        ...commonInput(options, message, context),
      })
      return deliver(command, (...input) => client.send(...input), context)
    },
  }
}
