import type { Channel } from '../../events/sources.ts'
import { linkOf } from '../../links/confirm-url.ts'
import type { Message } from '../../message.ts'
import type { Brand } from '../brand.ts'
import { plainName } from '../plain-name.ts'
import { takeoverLink } from '../takeover.ts'
import { type View, withPlainNames } from '../view.ts'

/** What the caller put into `clientMetadata`, plain and at most 200 characters each: whoever signs up writes it. */
const plainMetadata = (metadata: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, plainName(value, 200)]))

/**
 * The variables of a template. Every one is there for every message, empty where it does not apply, except `code`, which
 * an invitation and a takeover notification do not have, `password`, which only an invitation has, and the members of
 * `attributes` and `metadata`, which are the user's.
 */
export function variablesOf(
  message: Message,
  channel: Channel,
  view: View,
  brandFolder: string,
): Record<string, unknown> {
  const secret = message.secret?.reveal()
  const plain = withPlainNames(message)
  const { risk } = message
  return {
    ...(secret !== undefined && (message.source === 'AdminCreateUser' ? { password: secret } : { code: secret })),
    source: message.source,
    channel,
    locale: view.locale,
    period: view.period,
    period_seconds: view.seconds ?? '',
    name: view.name,
    user_name: view.userName,
    client_id: message.clientId ?? '',
    pool_id: message.poolId,
    to: message.to ?? '',
    attributes: plain.attributes,
    metadata: plainMetadata(message.clientMetadata),
    brand: brandVariables(view.brand, brandFolder),
    risk: {
      action: risk?.action ?? '',
      ip: risk?.ip ?? '',
      city: plainName(risk?.city),
      country: plainName(risk?.country),
      device: plainName(risk?.device),
      time: risk?.loginTime ?? '',
      link_valid: takeoverLink(risk?.linkValid) ?? '',
      link_invalid: takeoverLink(risk?.linkInvalid) ?? '',
    },
    link: linkOf(message) ?? null,
  }
}

const brandVariables = (brand: Brand, folder: string) => ({
  id: folder,
  name: brand.name ?? '',
  support: brand.support ?? '',
  logo_url: brand.logoUrl ?? '',
  colour: brand.colour ?? '',
  dark_colour: brand.darkColour ?? '',
})
