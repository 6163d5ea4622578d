import type { CodeDeliveryDetailsType } from '@herald/protocol/cognito-idp'
import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { deliveryDetails, type Route, routeTo } from './route.ts'

type Attribute = 'email' | 'phone_number'

/**
 * What a client with PreventUserExistenceErrors is told of a user who does not exist: always the same for the same name, on a
 * channel where the pool would send, so that nothing tells it from a real answer. AWS documents that the medium follows the
 * form of the user name and the pool's settings.
 * @returns undefined where the pool sends nobody a code for a sign-up.
 */
export function pretendedDelivery(
  context: PoolContext,
  pool: PoolDoc,
  username: string,
  purpose: 'sign-up' | 'reset',
): CodeDeliveryDetailsType | undefined {
  const possible = attributesFor(pool, purpose)
  const named = username.includes('@') ? 'email' : /^\+\d+$/.test(username) ? 'phone_number' : undefined
  if (named && possible.includes(named)) return deliveryDetails(routeTo(named, username))
  return possible[0] && deliveryDetails(pretendedRoute(context, pool, username, possible[0]))
}

/** An address for a name that nobody has: the name itself where it is one, else always the same for the same name. */
export function pretendedRoute(context: PoolContext, pool: PoolDoc, username: string, attribute: Attribute): Route {
  const named = username.includes('@') ? 'email' : /^\+\d+$/.test(username) ? 'phone_number' : undefined
  if (named === attribute) return routeTo(named, username)
  const seed = Buffer.from(context.vault.mac('pretended-delivery', pool.id, username), 'base64url')
  const letter = (index: number) => String.fromCharCode(97 + (seed[index]! % 26))
  const digits = String(seed.readUInt32BE(4) % 10_000).padStart(4, '0')
  return routeTo(attribute, attribute === 'email' ? `${letter(0)}@${letter(1)}` : `+1000000${digits}`)
}

/** The attributes that a code of this pool may go to, the preferred one first. */
function attributesFor(pool: PoolDoc, purpose: 'sign-up' | 'reset'): Attribute[] {
  const verified = pool.settings.AutoVerifiedAttributes ?? []
  const ofSignUp = (['phone_number', 'email'] as const).filter((attribute) => verified.includes(attribute))
  if (purpose === 'sign-up') return ofSignUp
  const mechanisms = pool.settings.AccountRecoverySetting?.RecoveryMechanisms ?? []
  const byPriority = [...mechanisms].sort((a, b) => a.Priority - b.Priority).map(({ Name }) => Name)
  const ofReset = byPriority.flatMap((name): Attribute[] =>
    name === 'verified_email' ? ['email'] : name === 'verified_phone_number' ? ['phone_number'] : [],
  )
  if (ofReset.length > 0) return ofReset
  // Without the setting the phone goes first, where users have one; most have what the pool verifies.
  return ofSignUp.length > 0 ? ofSignUp : ['email']
}
