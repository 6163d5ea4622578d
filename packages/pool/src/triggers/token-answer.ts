import { errors } from '../errors.ts'
import type { ClientDoc } from '../pools/pool.ts'
import type { TriggerEvent } from './trigger-event.ts'

/** What a function changes in one token. */
export interface ClaimChanges {
  add: Record<string, unknown>
  suppress: string[]
}

/** The groups and roles that tokens name in place of the user's own. */
export interface GroupChanges {
  groups: string[]
  roles: string[]
  preferredRole: string | undefined
}

export interface TokenChanges {
  id: ClaimChanges
  access: ClaimChanges & { scopesToAdd: string[]; scopesToSuppress: string[] }
  /** Undefined: as they are. */
  groups: GroupChanges | undefined
}

/** Claims that no function changes, as AWS documents; an attempt is passed over. */
const fixed = {
  both: 'acr amr at_hash auth_time azp exp iat iss jti nbf nonce origin_jti sub token_use'.split(' '),
  id: 'identities aud cognito:username'.split(' '),
  access: 'username client_id scope device_key event_id version'.split(' '),
} as const
/** Claims of these prefixes can be suppressed, not set. */
const reservedPrefixes = ['dev:', 'cognito:']
/** Scopes of this prefix can be suppressed, not added. */
const RESERVED_SCOPES = 'aws.cognito'

/**
 * Reads what a function of pre token generation answered.
 * @param version of the event: version 1 changes the identity token alone, and its claims are text.
 * @throws InvalidLambdaResponseException where a member has not the form that AWS documents.
 */
export function readTokenAnswer(
  response: Readonly<Record<string, unknown>>,
  version: TriggerEvent['version'],
  client: ClientDoc,
): TokenChanges {
  const name = version === '1' ? 'claimsOverrideDetails' : 'claimsAndScopeOverrideDetails'
  const details = objectOf(response[name])
  const ofId = version === '1' ? details : objectOf(details.idTokenGeneration)
  const ofAccess = version === '1' ? {} : objectOf(details.accessTokenGeneration)
  return {
    id: claimChanges(ofId, fixed.id, version === '1'),
    access: {
      ...claimChanges(ofAccess, fixed.access, false, (claim, value) => claim !== 'aud' || value === client.id),
      scopesToAdd: scopesOf(ofAccess.scopesToAdd).filter((scope) => !scope.startsWith(RESERVED_SCOPES)),
      scopesToSuppress: scopesOf(ofAccess.scopesToSuppress),
    },
    groups: groupChanges(details),
  }
}

/** What is suppressed stays so, where the same answer sets it: AWS documents it. */
function claimChanges(
  given: Readonly<Record<string, unknown>>,
  fixedHere: readonly string[],
  textOnly: boolean,
  allowed: (claim: string, value: unknown) => boolean = () => true,
): ClaimChanges {
  const isFixed = (claim: string) => fixed.both.includes(claim) || fixedHere.includes(claim)
  const suppress = textsOf(given.claimsToSuppress).filter((claim) => !isFixed(claim))
  const add: [string, unknown][] = []
  for (const [claim, value] of Object.entries(objectOf(given.claimsToAddOrOverride))) {
    if (textOnly && typeof value !== 'string') throw errors.triggerAnswerUnknown()
    const reserved = reservedPrefixes.some((prefix) => claim.startsWith(prefix))
    if (!isFixed(claim) && !reserved && !suppress.includes(claim) && allowed(claim, value)) add.push([claim, value])
  }
  return { add: Object.fromEntries(add), suppress }
}

/** AWS documents that empty details, or null, take the groups away; that they stay where the member is not there is observed. */
function groupChanges(details: Readonly<Record<string, unknown>>): GroupChanges | undefined {
  if (!('groupOverrideDetails' in details)) return undefined
  const given = objectOf(details.groupOverrideDetails)
  const { preferredRole } = given
  if (preferredRole !== undefined && preferredRole !== null && typeof preferredRole !== 'string') {
    throw errors.triggerAnswerUnknown()
  }
  return {
    groups: textsOf(given.groupsToOverride),
    roles: textsOf(given.iamRolesToOverride),
    preferredRole: preferredRole ?? undefined,
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw errors.triggerAnswerUnknown()
  return value as Record<string, unknown>
}

function textsOf(value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) throw errors.triggerAnswerUnknown()
  return value
}

/** AWS documents that a scope with a blank is an error. */
function scopesOf(value: unknown): string[] {
  const scopes = textsOf(value)
  if (scopes.some((scope) => scope === '' || /\s/.test(scope))) throw errors.triggerAnswerUnknown()
  return scopes
}
