import { createHmac, timingSafeEqual } from 'node:crypto'

/** Query parameters of a link, as they are before encoding. */
export type LinkQuery = Readonly<Record<string, string>>

/** Every parameter with its length, so that no two queries sign alike. */
function signed(query: LinkQuery): string {
  const entries = Object.entries(query).filter(([name]) => name !== 'signature')
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Base64url HMAC-SHA256 over all parameters. */
export const signLink = (query: LinkQuery, key: string): string =>
  createHmac('sha256', key).update(signed(query)).digest('base64url')

/** Whether the link is as it was made, and not too old.
 * @param now milliseconds since 1970 */
export function isLinkGood(query: LinkQuery, key: string, now: number): boolean {
  const made = Buffer.from(signLink(query, key))
  const given = Buffer.from(query.signature ?? '')
  if (made.length !== given.length || !timingSafeEqual(made, given)) return false
  return /^\d{1,12}$/.test(query.expires ?? '') && now < Number(query.expires) * 1000
}
