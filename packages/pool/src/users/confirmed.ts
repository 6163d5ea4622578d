import type { Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { endInvitations } from './invitations.ts'
import type { UserDoc } from './user.ts'

/** The user, CONFIRMED: no temporary password is left, nor are the messages that carried it good any more. */
export function confirmed(tx: Transaction, context: PoolContext, user: UserDoc): UserDoc {
  endInvitations(tx, context, user, 'used')
  const { temporaryPasswordExpiresAt: _expiry, invitations: _invitations, ...rest } = user
  return {
    ...rest,
    attributes: { ...user.attributes },
    status: 'CONFIRMED',
    modifiedAt: context.environment.clock.now(),
  }
}
