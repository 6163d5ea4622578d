import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { system } from '../system.ts'
import { textMember } from './member.ts'
import { assertFresh } from './standard-webhooks.ts'

export interface SnsVerifyOptions {
  /** ARNs of the topics whose messages are taken. Everybody can have a topic, and SNS signs for all of them alike. */
  topicArns: readonly string[]
  /** Seconds since publishing; SNS repeats a delivery that fails for up to an hour and more. Default 3600. */
  toleranceS?: number
  /** Milliseconds since 1970; for tests. */
  now?: () => number
  /** Fetches the certificate. Default: the global one. */
  fetch?: typeof fetch
}

/** A message that SNS delivered by HTTP, with its signature found right. */
export interface SnsMessage {
  type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation'
  topicArn: string
  message: string
  /** What confirms a subscription when it is asked for. */
  subscribeUrl?: string
}

/** The members that are signed, in this order, if they are there. */
const signedMembers = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const

const keys = new Map<string, KeyObject>()

/**
 * Verifies a request that SNS made to an HTTPS subscription (without raw delivery). The certificate comes from SNS's own host
 * by HTTPS, once for each URL.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 * @throws {Error} when the topic is another, the time is off, the certificate is not AWS's, or the signature is wrong.
 */
export async function verifySnsMessage(body: string, options: SnsVerifyOptions): Promise<SnsMessage> {
  const { topicArns, toleranceS = 3600, now = system.now } = options
  const request: unknown = JSON.parse(body)
  const type = textMember(request, 'Type') ?? ''
  const topicArn = textMember(request, 'TopicArn') ?? ''
  if (!Object.hasOwn(signedMembers, type)) throw new Error('the webhook is no message of SNS')
  if (!topicArns.includes(topicArn)) throw new Error('the webhook is of another topic')
  assertFresh(Date.parse(textMember(request, 'Timestamp') ?? '') / 1000, toleranceS, now)
  const members = signedMembers[type as SnsMessage['type']]
  const signed = members.flatMap((name) => {
    const value = textMember(request, name)
    return value === undefined ? [] : [`${name}\n${value}\n`]
  })
  const digest = new Map([
    ['1', 'sha1'],
    ['2', 'sha256'],
  ]).get(textMember(request, 'SignatureVersion') ?? '')
  if (digest === undefined) throw new Error('the webhook’s signature is of an unknown version')
  const key = await keyAt(textMember(request, 'SigningCertURL') ?? '', options.fetch ?? fetch)
  const signature = Buffer.from(textMember(request, 'Signature') ?? '', 'base64')
  if (!verify(digest, Buffer.from(signed.join('')), key, signature)) throw new Error('the webhook’s signature is wrong')
  const subscribeUrl = textMember(request, 'SubscribeURL')
  const message = textMember(request, 'Message') ?? ''
  return { type: type as SnsMessage['type'], topicArn, message, ...(subscribeUrl && { subscribeUrl }) }
}

/** Whether a URL is of SNS itself: `https://sns.eu-west-1.amazonaws.com/…`, in China with `.cn`. */
export function isOfSns(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, host, username, password } = new URL(text)
  return protocol === 'https:' && !username && !password && /^sns\.[a-z0-9-]{4,30}\.amazonaws\.com(\.cn)?$/.test(host)
}

async function keyAt(url: string, get: typeof fetch): Promise<KeyObject> {
  if (!isOfSns(url) || !/^\/SimpleNotificationService-[A-Za-z0-9]+\.pem$/.test(new URL(url).pathname)) {
    throw new Error('the webhook’s certificate is not of SNS')
  }
  const known = keys.get(url)
  if (known) return known
  const response = await get(url, { redirect: 'error', signal: AbortSignal.timeout(5000) })
  if (!response.ok) throw new Error('the webhook’s certificate could not be fetched')
  const key = createPublicKey(await response.text())
  // SNS renews its certificate once in a while; a few are all that a container ever sees.
  if (keys.size >= 20) keys.clear()
  keys.set(url, key)
  return key
}
