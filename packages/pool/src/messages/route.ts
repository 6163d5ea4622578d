import type { Channel } from '@herald/inbox'
import type { CodeDeliveryDetailsType } from '@herald/protocol/cognito-idp'
import type { PoolDoc } from '../pools/pool.ts'
import { maskedEmail, maskedPhoneNumber } from './masked.ts'

/** Where a message goes. */
export interface Route {
  channel: Channel
  attribute: 'email' | 'phone_number'
  to: string
}

export function routeTo(attribute: 'email' | 'phone_number', to: string): Route {
  return { channel: attribute === 'email' ? 'email' : 'sms', attribute, to }
}

/** What the caller is told of it, masked as AWS does. */
export function deliveryDetails(route: Route): CodeDeliveryDetailsType {
  return {
    Destination: route.attribute === 'email' ? maskedEmail(route.to) : maskedPhoneNumber(route.to),
    DeliveryMedium: route.attribute === 'email' ? 'EMAIL' : 'SMS',
    AttributeName: route.attribute,
  }
}

/** Sign-up and resend: the auto-verified attribute; where both are, AWS documents that the phone goes first. */
export function signUpRoute(pool: PoolDoc, attributes: Record<string, string>): Route | undefined {
  const verified = pool.settings.AutoVerifiedAttributes ?? []
  for (const attribute of ['phone_number', 'email'] as const) {
    const to = attributes[attribute]
    if (to && verified.includes(attribute)) return routeTo(attribute, to)
  }
  return undefined
}

/** An invitation goes to each desired medium; AWS documents SMS as the default. A medium without an address has no route. */
export function invitationRoutes(
  media: readonly ('SMS' | 'EMAIL')[] | undefined,
  attributes: Record<string, string>,
): { medium: 'SMS' | 'EMAIL'; route: Route | undefined }[] {
  const wanted = new Set(media?.length ? media : (['SMS'] as const))
  return [...wanted].map((medium) => {
    const attribute = medium === 'EMAIL' ? 'email' : 'phone_number'
    const to = attributes[attribute]
    return { medium, route: to ? routeTo(attribute, to) : undefined }
  })
}
