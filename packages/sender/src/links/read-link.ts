import type { LinkAction, LinkParts } from './confirm-url.ts'
import type { LinkQuery } from './link-signature.ts'

/** Bytes of a form; a link has at most 2048 characters in each of a few parameters. */
const largest = 16_384

const isAction = (value: string | undefined): value is LinkAction =>
  value === 'confirm' || value === 'reset' || value === 'verify'

const attributes = ['email', 'phone_number']

/** What a query carries; undefined where a part is missing or longer than Cognito takes. */
export function linkPartsOf(query: LinkQuery): LinkParts | undefined {
  const { action, user, code, client, attribute } = query
  if (!isAction(action) || !user || user.length > 128 || !code || !/^\S{1,2048}$/.test(code)) return undefined
  if (client !== undefined && !/^[\w+]{1,128}$/.test(client)) return undefined
  if (action === 'verify' && !attributes.includes(attribute ?? '')) return undefined
  return {
    action,
    user,
    code,
    ...(client !== undefined && { clientId: client }),
    ...(attribute !== undefined && { attribute }),
  }
}

/** The fields of a posted form; undefined where it is too large or of another type. */
export async function readForm(request: Request): Promise<LinkQuery | undefined> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type) || request.body === null) return undefined
  if (Number(request.headers.get('content-length') ?? 0) > largest) return undefined
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body) {
    length += chunk.length
    if (length > largest) return undefined
    chunks.push(chunk)
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
}
