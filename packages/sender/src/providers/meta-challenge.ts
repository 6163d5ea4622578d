import { resolveSecretish, type Secretish } from '../secretish.ts'
import { sameText } from './standard-webhooks.ts'

/**
 * Answers the GET by which Meta asks whether a webhook's URL is yours, before it sends WhatsApp's reports to it by POST.
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 * @param query of the request: `url.searchParams`, or `event.queryStringParameters` of a Lambda function's URL.
 * @param verifyToken what the app's dashboard has as the webhook's verify token.
 * @returns the answer's body, for a 200 with `text/plain`. Undefined when the question is not Meta's: answer 403.
 * @throws {Error} when the token is empty.
 */
export async function metaChallenge(
  query: URLSearchParams | Readonly<Record<string, string | undefined>>,
  verifyToken: Secretish,
): Promise<string | undefined> {
  const token = await resolveSecretish(verifyToken)
  if (token === '') throw new Error('whatsapp-cloud: verifyToken is empty')
  const value = (name: string) => (query instanceof URLSearchParams ? query.get(name) : query[name]) ?? ''
  const ours = sameText(value('hub.verify_token'), token) && value('hub.mode') === 'subscribe'
  const challenge = value('hub.challenge')
  // It is said back: nothing that a browser could take for more than text.
  return ours && /^[\w.~-]{1,200}$/.test(challenge) ? challenge : undefined
}
