import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Provider } from '../provider.ts'
import type { Setup } from './setup.ts'

/** A channel by which a message may go, and where to. */
export interface Way {
  channel: Channel
  provider: Provider
  to: string
}

/** The channels that are set up for one kind of message, in the order in which they are tried. */
export function channelsFor(
  { options, sandbox }: Setup,
  kind: Message['kind'],
): { channel: Channel; provider: Provider }[] {
  const own = options[kind]
  const first: { channel: Channel; provider: Provider }[] = []
  if (own) first.push({ channel: channelOf(own, kind), provider: own })
  // Redirected messages are shown as their recipients would have got them.
  else if (sandbox?.covers(kind)) first.push({ channel: kind, provider: sandbox.provider })
  const others = kind === 'sms' ? (options.fallback?.sms ?? []) : []
  return [...first, ...others.map((channel) => ({ channel, provider: options[channel]! }))]
}

/** A provider that stands for SMS and knows WhatsApp only gets WhatsApp messages. */
const channelOf = ({ channels }: Provider, kind: Message['kind']): Channel =>
  channels.includes(kind) ? kind : (channels[0] ?? kind)

/** The ways that are open to a message. E-mail in place of SMS goes to an address that Cognito has verified, and to no other. */
export function waysOf(setup: Setup, message: Message): Way[] {
  return channelsFor(setup, message.kind).flatMap((way) => {
    const to = way.channel === 'email' && message.kind === 'sms' ? verifiedEmail(message) : message.to
    return to ? [{ ...way, to }] : []
  })
}

const verifiedEmail = ({ attributes }: Message) =>
  attributes.email_verified?.toLowerCase() === 'true' ? attributes.email : undefined
