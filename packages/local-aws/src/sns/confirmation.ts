import type { Call } from '@herald/protocol'
import { type SubscriptionDoc, snsSubscriptions, type TopicDoc } from './collections.ts'
import { notificationSender } from './deliver/notification.ts'
import type { SnsParts } from './parts.ts'
import { invalidParameter } from './refusals.ts'
import { topicArn } from './topics.ts'

/** AWS documents: tokens are good for two days. Milliseconds. */
const TOKEN_LIFETIME = 2 * 86_400_000
const PURPOSE = 'sns/confirmation'

/** A new token, and its keyed hash to be kept. */
export function newToken(sns: SnsParts): { token: string; kept: Pick<SubscriptionDoc, 'token' | 'tokenExpiresAt'> } {
  const token = sns.environment.random.bytes(64).toString('hex')
  const tokenExpiresAt = sns.environment.clock.now() + TOKEN_LIFETIME
  return { token, kept: { token: sns.vault.mac(PURPOSE, token), tokenExpiresAt } }
}

/** The address that confirms a subscription to whoever opens it. */
export function confirmationUrl(endpoint: string, arn: string, token: string): string {
  return `${endpoint}/_herald/sns/confirm?${new URLSearchParams({ TopicArn: arn, Token: token }).toString()}`
}

/** Asks the subscriber: by mail into the inbox, or over HTTP. */
export async function askToConfirm(
  sns: SnsParts,
  call: Pick<Call, 'endpoint'>,
  topic: TopicDoc,
  subscription: SubscriptionDoc,
  token: string,
): Promise<void> {
  const arn = topicArn(topic)
  const link = confirmationUrl(call.endpoint, arn, token)
  const envelope = {
    Type: 'SubscriptionConfirmation',
    MessageId: sns.environment.random.uuid(),
    Token: token,
    TopicArn: arn,
    Message: `You have chosen to subscribe to the topic ${arn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
    SubscribeURL: link,
    Timestamp: new Date(sns.environment.clock.now()).toISOString(),
    ...signature(sns, call.endpoint, arn, token),
  }
  if (subscription.protocol.startsWith('http')) {
    sns.http.post({
      url: subscription.endpoint,
      type: 'SubscriptionConfirmation',
      messageId: envelope.MessageId,
      topicArn: arn,
      subscriptionArn: subscription.arn,
      body: JSON.stringify(envelope, undefined, 2),
    })
    return
  }
  const text =
    subscription.protocol === 'email-json'
      ? JSON.stringify(envelope, undefined, 2)
      : `You have chosen to subscribe to the topic:\n${arn}\n\nTo confirm this subscription, click or visit the link below (If this was in error no action is necessary):\n${link}\n`
  await sns.inbox.captured({
    channel: 'email',
    provider: 'SNS Subscribe',
    to: subscription.endpoint,
    from: notificationSender(topic),
    subject: 'AWS Notification - Subscription Confirmation',
    text,
  })
}

/**
 * Takes a token. Taking it again changes nothing.
 * @throws {ServiceError} for a token that is wrong, too old, or of another topic.
 */
export async function confirm(
  sns: SnsParts,
  arn: string,
  token: string,
  authenticateOnUnsubscribe = false,
): Promise<SubscriptionDoc> {
  const where = [{ column: 'token', equals: sns.vault.mac(PURPOSE, token) }]
  const { docs, keys } = await sns.store.find(snsSubscriptions, { where, limit: 1 })
  const [found] = docs
  const key = keys[0]
  const now = sns.environment.clock.now()
  if (!found || !key || found.topicArn !== arn || (found.tokenExpiresAt ?? 0) <= now) throw invalidParameter('Token')
  return sns.store.transaction(async (tx) => {
    const doc = await tx.get(snsSubscriptions, key)
    if (!doc) throw invalidParameter('Token')
    doc.confirmed = true
    if (authenticateOnUnsubscribe) doc.authenticateOnUnsubscribe = true
    tx.put(snsSubscriptions, key, doc)
    return doc
  })
}

/**
 * The members that AWS signs a message with. Nobody holds AWS's key, so they are of AWS's form and cannot be verified:
 * the address of the certificate leads home, where there is none.
 */
export function signature(sns: SnsParts, endpoint: string, ...signed: string[]) {
  return {
    SignatureVersion: '1',
    Signature: Buffer.from(sns.vault.mac('sns/signature', ...signed), 'base64url').toString('base64'),
    SigningCertURL: `${endpoint}/_herald/sns/no-certificate.pem`,
  }
}
