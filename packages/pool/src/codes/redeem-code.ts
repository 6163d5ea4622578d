import type { ServiceError } from '@herald/protocol'
import { sameMac, type Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import { codes } from '../storage/collections.ts'
import type { CodeDoc, CodePurpose } from './code.ts'
import { codeHash } from './issue-code.ts'
import { countTry } from './limits.ts'
import { codeRules } from './purposes.ts'

export type Redeemed = { refused: ServiceError } | { refused?: undefined; code: CodeDoc }

/**
 * Takes a code, once. The try is counted in the same transaction, so a refusal is returned, to be thrown after the commit:
 * thrown inside, it would roll the count back and allow guessing without end.
 */
export async function redeemCode(
  tx: Transaction,
  context: PoolContext,
  owner: { poolId: string; userKey: string; sub: string },
  purpose: CodePurpose,
  given: string,
): Promise<Redeemed> {
  const allowed = await countTry(tx, context, owner, codeRules[purpose].guesses)
  if (!allowed) return { refused: errors.tooManyTries() }
  const key = [owner.poolId, owner.userKey, purpose]
  const code = await tx.get(codes, key)
  if (!code) return { refused: errors.codeExpired() }
  if (code.expiresAt <= context.environment.clock.now()) return { refused: errors.codeExpired() }
  if (!sameMac(code.hash, codeHash(context, owner.poolId, owner.sub, purpose, given))) {
    return { refused: errors.codeMismatch() }
  }
  tx.delete(codes, key)
  tx.afterCommit(() => void context.inbox.secretGone(code.messageId, 'used'))
  return { code }
}
