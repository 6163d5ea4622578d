import type { Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { codes } from '../storage/collections.ts'
import type { CodePurpose } from './code.ts'

/** Takes back the code of a user and purpose that nobody has used, if there is one. */
export async function dropCode(
  tx: Transaction,
  context: PoolContext,
  owner: { poolId: string; userKey: string },
  purpose: CodePurpose,
): Promise<void> {
  const key = [owner.poolId, owner.userKey, purpose]
  const code = await tx.get(codes, key)
  if (!code) return
  tx.delete(codes, key)
  tx.afterCommit(() => void context.inbox.secretGone(code.messageId, 'superseded'))
}
