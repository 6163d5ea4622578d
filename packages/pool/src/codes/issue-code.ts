import { newTraceRoot } from '@herald/inbox'
import type { Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { codes } from '../storage/collections.ts'
import type { CodePurpose } from './code.ts'
import { codeRules } from './purposes.ts'

const DIGITS = 6

export interface IssuedCode {
  code: string
  /** Milliseconds since 1970. */
  expiresAt: number
  /** The id that the message which carries the code must have. */
  messageId: string
}

/** Binds a code to its user and purpose, so that its hash is good for nothing else. */
export function codeHash(
  context: PoolContext,
  poolId: string,
  sub: string,
  purpose: CodePurpose,
  code: string,
): string {
  return context.vault.mac('code', poolId, sub, purpose, code)
}

/** A number of `digits` digits, each from 0 to 9 with the same chance. */
export function randomCode(context: PoolContext, digits = DIGITS): string {
  return String(context.environment.random.integer(10 ** digits)).padStart(digits, '0')
}

/**
 * Issues the one good code of a user and purpose; an earlier one stops being good in the same commit.
 * @param sentTo where the code goes, which is what it proves.
 */
export async function issueCode(
  tx: Transaction,
  context: PoolContext,
  owner: { poolId: string; userKey: string; sub: string },
  purpose: CodePurpose,
  sentTo: { attribute: 'email' | 'phone_number'; to: string },
  options: { pending?: boolean } = {},
): Promise<IssuedCode> {
  const key = [owner.poolId, owner.userKey, purpose]
  const earlier = await tx.get(codes, key)
  if (earlier) tx.afterCommit(() => void context.inbox.secretGone(earlier.messageId, 'superseded'))
  const now = context.environment.clock.now()
  const code = randomCode(context)
  const messageId = newTraceRoot(context.environment)
  const expiresAt = now + codeRules[purpose].lifetime(context.settings) * 1000
  const hash = codeHash(context, owner.poolId, owner.sub, purpose, code)
  const { attribute, to: address } = sentTo
  const pending = options.pending ? { pending: true as const } : {}
  tx.put(codes, key, { hash, issuedAt: now, expiresAt, messageId, attribute, address, ...pending })
  return { code, expiresAt, messageId }
}
