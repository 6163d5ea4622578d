import { groupClaims, roleClaims } from '../groups/claims.ts'
import type { GroupDoc } from '../groups/group.ts'
import type { ClientDoc } from '../pools/pool.ts'
import { attributeList } from '../users/attribute-list.ts'
import { readableAttributes } from '../users/readable-attributes.ts'
import type { UserDoc } from '../users/user.ts'

/** What both tokens of one issue share. Times in seconds since 1970. */
export interface TokenFacts {
  issuer: string
  client: ClientDoc
  user: UserDoc
  /** When the user proved who they are. */
  authTime: number
  issuedAt: number
  /** Absent where the client has token revocation switched off: AWS documents that tokens then lack it. */
  originJti: string | undefined
  eventId: string
  /** The user's, by precedence. */
  groups: readonly GroupDoc[]
}

export const ADMIN_SCOPE = 'aws.cognito.signin.user.admin'

/** OpenID Connect gives these claims other types than text; AWS documents the flags, and the form of an address is observed. */
function claimValue(name: string, value: string): unknown {
  if (name === 'email_verified' || name === 'phone_number_verified') return value === 'true'
  if (name === 'address') return { formatted: value }
  return value
}

/** The identity token: who the user is, with the attributes that the client may read. */
export function idTokenClaims(facts: TokenFacts, expiresAt: number, jti: string): Record<string, unknown> {
  const { user, client } = facts
  const attributes: Record<string, unknown> = {}
  for (const { Name, Value = '' } of readableAttributes(client, attributeList(user))) {
    if (Name !== 'sub') attributes[Name] = claimValue(Name, Value)
  }
  return {
    ...attributes,
    sub: user.sub,
    ...groupClaims(facts.groups),
    ...roleClaims(facts.groups),
    iss: facts.issuer,
    'cognito:username': user.username,
    ...(facts.originJti === undefined ? {} : { origin_jti: facts.originJti }),
    aud: client.id,
    event_id: facts.eventId,
    token_use: 'id',
    auth_time: facts.authTime,
    exp: expiresAt,
    iat: facts.issuedAt,
    jti,
  }
}

/** The access token: what its bearer may do. It names the client as `client_id` and has no audience. */
export function accessTokenClaims(facts: TokenFacts, expiresAt: number, jti: string): Record<string, unknown> {
  return {
    sub: facts.user.sub,
    ...groupClaims(facts.groups),
    iss: facts.issuer,
    client_id: facts.client.id,
    ...(facts.originJti === undefined ? {} : { origin_jti: facts.originJti }),
    event_id: facts.eventId,
    token_use: 'access',
    scope: ADMIN_SCOPE,
    auth_time: facts.authTime,
    exp: expiresAt,
    iat: facts.issuedAt,
    jti,
    username: facts.user.username,
  }
}
