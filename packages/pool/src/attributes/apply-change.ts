import type { Call } from '@herald/protocol'
import type { CodeDeliveryDetailsType } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import { dropCode } from '../codes/drop-code.ts'
import type { PoolContext } from '../context.ts'
import { routeTo } from '../messages/route.ts'
import { sendCode } from '../messages/send-code.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { users } from '../storage/collections.ts'
import type { FoundUser } from '../users/find-user.ts'
import { purposeOf } from './addresses.ts'
import { moveAliases, refuseTaken } from './move-aliases.ts'
import { planChange } from './plan-change.ts'

/** Who changes attributes, and what their messages say of it. */
export interface ChangeRequest {
  by: 'user' | 'administrator'
  operation: string
  clientId: string | null
  clientMetadata: Record<string, string> | undefined
}

/**
 * Changes a user's attributes and sends the codes that this takes, in one transaction.
 * @param given checked (see check-change.ts).
 * @returns where the codes went.
 * @throws InvalidParameterException | AliasExistsException
 */
export async function applyChange(
  tx: Transaction,
  scope: { context: PoolContext; pool: PoolDoc; call: Call; found: FoundUser },
  given: Readonly<Record<string, string>>,
  request: ChangeRequest,
): Promise<CodeDeliveryDetailsType[]> {
  const { context, pool, found } = scope
  const { key, user } = found
  const change = planChange(pool, user, given)
  const changed = { ...user, attributes: change.attributes, modifiedAt: context.environment.clock.now() }
  for (const { address, to } of change.unproved) await refuseTaken(tx, pool, key, { kind: address, value: to })
  // Observed on live pools: what an administrator declares verified moves here from its owner.
  await moveAliases(tx, pool, key, user, changed, request.by === 'administrator')
  tx.put(users, [pool.id, key], changed)
  for (const address of change.settled)
    await dropCode(tx, context, { poolId: pool.id, userKey: key }, purposeOf(address))
  const details: CodeDeliveryDetailsType[] = []
  for (const { address, to, pending } of change.unproved) {
    const sent = await sendCode(
      tx,
      { ...scope, found: { key, user: changed } },
      {
        purpose: purposeOf(address),
        reason: 'UpdateUserAttribute',
        route: routeTo(address, to),
        pending,
        clientId: request.clientId,
        clientMetadata: request.clientMetadata,
        operation: request.operation,
      },
    )
    details.push(sent)
  }
  return details
}
