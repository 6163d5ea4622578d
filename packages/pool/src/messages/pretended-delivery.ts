import type { CodeDeliveryDetailsType } from '@herald/protocol/cognito-idp'
import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { maskedEmail, maskedPhoneNumber } from './masked.ts'
import { deliveryDetails, routeTo } from './route.ts'

/**
 * What a client with PreventUserExistenceErrors is told of a user who does not exist: always the same for the same name, on the
 * channel where the pool would send, so that nothing tells it from a real answer.
 */
export function pretendedDelivery(
  context: PoolContext,
  pool: PoolDoc,
  username: string,
  purpose: 'sign-up' | 'reset',
): CodeDeliveryDetailsType {
  if (username.includes('@')) return deliveryDetails(routeTo('email', username))
  if (/^\+\d+$/.test(username)) return deliveryDetails(routeTo('phone_number', username))
  const seed = Buffer.from(context.vault.mac('pretended-delivery', pool.id, username), 'base64url')
  const letter = (index: number) => String.fromCharCode(97 + (seed[index]! % 26))
  if (usesPhone(pool, purpose)) {
    const digits = String(seed.readUInt32BE(4) % 10_000).padStart(4, '0')
    return { Destination: maskedPhoneNumber(`+1000000${digits}`), DeliveryMedium: 'SMS', AttributeName: 'phone_number' }
  }
  return {
    Destination: maskedEmail(`${letter(0)}@${letter(1)}`),
    DeliveryMedium: 'EMAIL',
    AttributeName: 'email',
  }
}

function usesPhone(pool: PoolDoc, purpose: 'sign-up' | 'reset'): boolean {
  if (purpose === 'sign-up') return pool.settings.AutoVerifiedAttributes?.includes('phone_number') ?? false
  const mechanisms = pool.settings.AccountRecoverySetting?.RecoveryMechanisms ?? []
  const first = [...mechanisms].sort((a, b) => a.Priority - b.Priority)[0]
  return first?.Name === 'verified_phone_number'
}
