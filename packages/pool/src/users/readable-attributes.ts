import type { AttributeType } from '@herald/protocol/cognito-idp'
import type { ClientDoc } from '../pools/pool.ts'

/** What the app client's ReadAttributes let through; without the setting all, and `sub` always. */
export function readableAttributes(client: ClientDoc, attributes: AttributeType[]): AttributeType[] {
  const allowed = client.settings.ReadAttributes
  if (!allowed?.length) return attributes
  return attributes.filter(({ Name }) => Name === 'sub' || allowed.includes(Name))
}
