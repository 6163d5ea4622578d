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

/**
 * Password reset: the first mechanism of AccountRecoverySetting, by priority, whose attribute is verified. Without the setting,
 * as AWS documents for older pools: a verified phone, then a verified e-mail.
 */
export function recoveryRoute(pool: PoolDoc, attributes: Record<string, string>): Route | undefined {
  const mechanisms = pool.settings.AccountRecoverySetting?.RecoveryMechanisms
  const order = mechanisms?.length
    ? [...mechanisms].sort((a, b) => a.Priority - b.Priority).map((mechanism) => mechanism.Name)
    : ['verified_phone_number', 'verified_email']
  for (const name of order) {
    const attribute =
      name === 'verified_email' ? 'email' : name === 'verified_phone_number' ? 'phone_number' : undefined
    const to = attribute && attributes[attribute]
    if (to && attributes[`${attribute}_verified`] === 'true') return routeTo(attribute, to)
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
