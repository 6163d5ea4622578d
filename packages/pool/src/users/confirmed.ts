import type { PoolContext } from '../context.ts'
import type { UserDoc } from './user.ts'

/** The user, CONFIRMED: no temporary password is left. */
export function confirmed(context: PoolContext, user: UserDoc): UserDoc {
  const { temporaryPasswordExpiresAt: _, ...rest } = user
  return {
    ...rest,
    attributes: { ...user.attributes },
    status: 'CONFIRMED',
    modifiedAt: context.environment.clock.now(),
  }
}
