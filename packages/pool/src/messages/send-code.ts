import type { Call, MessageReason } from '@herald/protocol'
import type { CodeDeliveryDetailsType } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import type { CodePurpose } from '../codes/code.ts'
import { issueCode } from '../codes/issue-code.ts'
import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'
import type { FoundUser } from '../users/find-user.ts'
import { enqueueMessage, type NewMessage } from './enqueue.ts'
import { deliveryDetails, type Route } from './route.ts'

export interface CodeMessage extends Pick<NewMessage, 'clientId' | 'clientMetadata' | 'operation'> {
  purpose: CodePurpose
  reason: MessageReason
  route: Route
  /** The address is not the user's until the code comes back. */
  pending?: boolean
}

/**
 * Issues the one good code of a user and purpose, and queues the message that carries it.
 * @returns what the caller is told of it.
 */
export async function sendCode(
  tx: Transaction,
  { context, pool, call, found }: { context: PoolContext; pool: PoolDoc; call: Call; found: FoundUser },
  { purpose, reason, route, pending = false, ...message }: CodeMessage,
): Promise<CodeDeliveryDetailsType> {
  const owner = { poolId: pool.id, userKey: found.key, sub: found.user.sub }
  const issued = await issueCode(tx, context, owner, purpose, route, { pending })
  enqueueMessage(
    tx,
    context,
    { pool, call, found: pending ? asIfChanged(found, route) : found },
    {
      ...message,
      id: issued.messageId,
      reason,
      route,
      secret: issued.code,
      secretExpiresAt: issued.expiresAt,
    },
  )
  return deliveryDetails(route)
}

/** A sender reads the address from the user's attributes, so those of its event hold the pending one. Assumed. */
function asIfChanged({ key, user }: FoundUser, { attribute, to }: Route): FoundUser {
  const attributes = { ...user.attributes, [attribute]: to, [`${attribute}_verified`]: 'false' }
  return { key, user: { ...user, attributes } }
}
