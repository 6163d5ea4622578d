import type { Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import type { UserDoc } from './user.ts'

/** A temporary password stopped being good: what the messages that carry it keep of it is erased after the commit. */
export function endInvitations(
  tx: Transaction,
  context: PoolContext,
  user: Pick<UserDoc, 'invitations'>,
  why: 'used' | 'superseded',
): void {
  for (const id of user.invitations ?? []) tx.afterCommit(() => void context.inbox.secretGone(id, why))
}
