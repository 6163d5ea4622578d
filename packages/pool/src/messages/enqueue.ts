import type { Call, MessageReason } from '@herald/protocol'
import { customSenderSource } from '@herald/protocol'
import type { Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { messages } from '../storage/collections.ts'
import type { FoundUser } from '../users/find-user.ts'
import { eventAttributes } from './event-attributes.ts'
import { deliveryDetails, type Route } from './route.ts'
import { sdkVersion } from './sdk-version.ts'
import { textsFor } from './sending-transaction.ts'

export interface NewMessage {
  id: string
  reason: MessageReason
  route: Route
  /**
   * The code or temporary password, as it is; escaped later where AWS escapes it. For a notification, which carries neither,
   * what it says in place of the user's attributes, as JSON.
   */
  secret: string
  /** Milliseconds since 1970. */
  secretExpiresAt: number
  /** Keyed hash of the session whose challenge the code answers, where it is a code to sign in with. */
  session?: string
  /** What `callerContext.clientId` says: `CLIENT_ID_NOT_APPLICABLE` for AdminCreateUser. */
  clientId: string | null
  clientMetadata: Record<string, string> | undefined
  /** The operation that caused it, for the trace. */
  operation: string
}

/** Whether the pool hands messages of this channel to a custom sender. */
export function senderArn(pool: PoolDoc, channel: 'email' | 'sms'): string | undefined {
  const config = pool.settings.LambdaConfig
  return (channel === 'email' ? config?.CustomEmailSender : config?.CustomSMSSender)?.LambdaArn
}

/**
 * Puts a message into the outbox and the inbox, in the transaction that issues its code: state, code and message are there
 * together or not at all. The reply to the caller never waits for the sender. A pool with a CustomMessage function needs a
 * `sendingTransaction`.
 */
export function enqueueMessage(
  tx: Transaction,
  context: PoolContext,
  scope: { pool: PoolDoc; call: Call; found: FoundUser },
  message: NewMessage,
): void {
  const { pool, call, found } = scope
  const { route, reason } = message
  const custom = senderArn(pool, route.channel) !== undefined
  const notifies = reason === 'AccountTakeOverNotification'
  const texts = notifies ? undefined : textsFor(tx, context, scope, message, custom)
  tx.insert(messages, [message.id], {
    id: message.id,
    poolId: pool.id,
    channel: route.channel,
    reason,
    to: route.to,
    userKey: found.key,
    userName: found.user.username,
    userAttributes: notifies ? {} : eventAttributes(pool, found.user),
    sealedSecret: context.vault.seal('message', message.secret, message.id),
    secretExpiresAt: message.secretExpiresAt,
    ...(message.session ? { session: message.session } : {}),
    clientId: message.clientId,
    clientMetadata: message.clientMetadata ?? null,
    awsSdkVersion: sdkVersion(call.userAgent),
    ...(texts ? { texts } : {}),
    attempts: 0,
    dueAt: context.environment.clock.now(),
  })
  const details = deliveryDetails(route)
  context.inbox.queued(tx, {
    id: message.id,
    channel: route.channel,
    to: route.to,
    trigger: {
      source: custom ? customSenderSource(route.channel, reason) : reason,
      userPoolId: pool.id,
      userName: found.user.username,
      ...(message.clientId ? { clientId: message.clientId } : {}),
    },
    ...(notifies ? {} : { secret: message.secret, secretExpiresAt: message.secretExpiresAt }),
    steps: [
      { stage: 'api-call', outcome: 'ok', detail: `${message.operation}, request ${call.requestId}` },
      notifies
        ? { stage: 'risk-assessed', outcome: 'ok', detail: 'the configured action notifies the user' }
        : {
            stage: 'code-issued',
            outcome: 'ok',
            detail: `good until ${new Date(message.secretExpiresAt).toISOString()}`,
          },
      ...(texts
        ? [{ stage: 'custom-message', outcome: 'ok', detail: `answered: ${Object.keys(texts).join(', ')}` }]
        : []),
      { stage: 'queued', outcome: 'ok', detail: `${details.DeliveryMedium} to ${details.Destination}` },
    ],
  })
  tx.afterCommit(() => context.messageQueued(message.id))
}
