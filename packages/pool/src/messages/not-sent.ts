import { type Call, customSenderSource, type MessageReason } from '@herald/protocol'
import type { Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'
import type { FoundUser } from '../users/find-user.ts'
import { senderArn } from './enqueue.ts'

/** Leaves word in the inbox of a message that could go nowhere, since the user has no address for the medium. */
export function notSent(
  tx: Transaction,
  context: PoolContext,
  scope: { pool: PoolDoc; call: Call; found: FoundUser },
  message: { id: string; reason: MessageReason; medium: 'EMAIL' | 'SMS'; operation: string },
): void {
  const { pool, call, found } = scope
  const channel = message.medium === 'EMAIL' ? 'email' : 'sms'
  const attribute = message.medium === 'EMAIL' ? 'email' : 'phone_number'
  context.inbox.queued(tx, {
    id: message.id,
    channel,
    to: '',
    trigger: {
      source: senderArn(pool, channel) ? customSenderSource(channel, message.reason) : message.reason,
      userPoolId: pool.id,
      userName: found.user.username,
    },
    state: 'not-sent',
    steps: [
      { stage: 'api-call', outcome: 'ok', detail: `${message.operation}, request ${call.requestId}` },
      {
        stage: 'queued',
        outcome: 'not-sent',
        detail: `${message.medium} is a desired delivery medium, and the user has no ${attribute}`,
      },
    ],
  })
}
