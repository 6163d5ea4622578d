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

/** Claims that AWS documents no function to add, change or suppress, in whichever token; an attempt is passed over. */
const fixed = [
  ...'acr amr at_hash aud auth_time azp client_id cognito:username device_key event_id exp iat identities iss'.split(
    ' ',
  ),
  ...'jti nbf nonce origin_jti sub token_use username version'.split(' '),
]
/** Scopes have members of their own. */
const fixedInAccess = [...fixed, 'scope']
/** Claims of these prefixes are not set by name; groups and roles are, by `groupOverrideDetails`. */
const reservedPrefixes = ['dev:', 'cognito:']
/** What goes, as AWS documents, when the claim of the groups is suppressed. */
const groupClaims = ['cognito:groups', 'cognito:roles', 'cognito:preferred_role']
/** Scopes of this prefix can be suppressed; that they cannot be added is assumed. */
const RESERVED_SCOPES = 'aws.cognito'

/**
 * Reads what a function of pre token generation answered.
 * @param version of the event: version 1 changes claims of the identity token alone, and they are text.
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
    id: claimChanges(ofId, fixed, { textOnly: version === '1' }),
    access: {
      ...claimChanges(ofAccess, fixedInAccess, { audience: client.id }),
      scopesToAdd: scopesOf(ofAccess.scopesToAdd).filter((scope) => !scope.startsWith(RESERVED_SCOPES)),
      scopesToSuppress: scopesOf(ofAccess.scopesToSuppress),
    },
    groups: groupChanges(details),
  }
}

/**
 * What is suppressed stays so, where the same answer sets it: AWS documents it.
 * @param audience the one value of `aud` that may be added; none in an identity token, which has its own.
 */
function claimChanges(
  given: Readonly<Record<string, unknown>>,
  fixedHere: readonly string[],
  { textOnly, audience }: { textOnly?: boolean; audience?: string },
): ClaimChanges {
  const isReserved = (claim: string) => reservedPrefixes.some((prefix) => claim.startsWith(prefix))
  const suppress = textsOf(given.claimsToSuppress).flatMap((claim) => {
    if (claim === 'cognito:groups') return groupClaims
    return fixedHere.includes(claim) || claim.startsWith('cognito:') ? [] : [claim]
  })
  const add: [string, unknown][] = []
  for (const [claim, value] of Object.entries(objectOf(given.claimsToAddOrOverride))) {
    if (textOnly && typeof value !== 'string') throw errors.triggerAnswerUnknown()
    const own = claim === 'aud' && value === audience
    if (own || !(fixedHere.includes(claim) || isReserved(claim) || suppress.includes(claim))) add.push([claim, value])
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
