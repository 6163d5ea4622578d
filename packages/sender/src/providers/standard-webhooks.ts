import { createHmac, timingSafeEqual } from 'node:crypto'
import { system } from '../system.ts'
import { lowerCaseNames } from './member.ts'

/** Seconds by which a webhook's time may differ from the receiver's. */
export const webhookToleranceS = 300

/**
 * Signs a message as Standard Webhooks has it: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @param secret `whsec_` and base64; the prefix may be missing.
 * @param timestamp seconds since 1970.
 * @throws {TypeError} when the secret is not base64 of 16 bytes or more.
 */
export function signWebhook(secret: string, id: string, timestamp: number, body: string): string {
  return `v1,${createHmac('sha256', secretBytes(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

export interface VerifyOptions {
  /** `whsec_…`; several while one is being replaced by another. */
  secret: string | readonly string[]
  /** Seconds; default 300. */
  toleranceS?: number
  /** Milliseconds since 1970; for tests. */
  now?: () => number
  /** How the header names begin: `webhook-id` by the standard, `svix-id` at Svix. Default `webhook`. */
  prefix?: 'webhook' | 'svix'
}

/**
 * Verifies that a request was signed with the secret, not long ago. For receivers of what the `webhook` provider sends.
 * Remember `webhook-id`s, since the sender may repeat a message: the id stays the same.
 * @param request the headers in any case, and the body byte for byte as it came.
 * @returns the body as JSON.
 * @throws {Error} when a header is missing, the time is off, or no signature is right.
 */
export function verifyWebhook(
  request: { headers: Readonly<Record<string, string | undefined>>; body: string },
  { secret, toleranceS = webhookToleranceS, now = system.now, prefix = 'webhook' }: VerifyOptions,
): unknown {
  const headers = lowerCaseNames(request.headers)
  const [id, time, given] = ['id', 'timestamp', 'signature'].map((name) => headers[`${prefix}-${name}`])
  if (!id || !time || !given) throw new Error(`the webhook has no ${prefix}-id, -timestamp or -signature`)
  const timestamp = Number(time)
  if (!/^\d{1,12}$/.test(time)) throw new Error('the webhook’s timestamp is not in seconds')
  assertFresh(timestamp, toleranceS, now)
  const secrets = typeof secret === 'string' ? [secret] : secret
  const rights = secrets.map((one) => signWebhook(one, id, timestamp, request.body))
  // Every signature is compared with every secret, so that the time taken does not tell which one came near.
  const matches = given.split(' ').flatMap((one) => rights.map((right) => sameText(one, right)))
  if (!matches.includes(true)) throw new Error('the webhook’s signature is wrong')
  return JSON.parse(request.body)
}

/** @param timestamp seconds since 1970. @throws {Error} when it lies further from now than the tolerance. */
export function assertFresh(timestamp: number, toleranceS: number, now: () => number): void {
  const apart = Math.abs(now() / 1000 - timestamp)
  if (!(apart <= toleranceS)) throw new Error('the webhook’s timestamp is too far from the present')
}

/** Whether two texts are the same, found in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function secretBytes(secret: string): Buffer {
  const text = secret.replace(/^whsec_/, '').trim()
  const bytes = Buffer.from(text, 'base64')
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text) || bytes.length < 16) {
    throw new TypeError('a webhook secret is whsec_ and the base64 of at least 16 bytes')
  }
  return bytes
}
