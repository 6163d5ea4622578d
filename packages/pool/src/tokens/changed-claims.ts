import type { ClaimChanges, GroupChanges, TokenChanges } from '../triggers/token-answer.ts'

type Claims = Record<string, unknown>

/** An identity token's claims with what the pool's function changes in them. */
export function changedIdClaims(claims: Claims, changes: TokenChanges): Claims {
  return changed(withGroups(claims, changes.groups, true), changes.id)
}

/** The same for an access token, whose scopes change too. AWS documents that the groups of a version 1 function count here as well. */
export function changedAccessClaims(claims: Claims, changes: TokenChanges): Claims {
  const { scopesToAdd, scopesToSuppress } = changes.access
  const scopes = new Set([...String(claims.scope).split(' '), ...scopesToAdd])
  for (const scope of scopesToSuppress) scopes.delete(scope)
  return { ...changed(withGroups(claims, changes.groups, false), changes.access), scope: [...scopes].join(' ') }
}

function changed(claims: Claims, { add, suppress }: ClaimChanges): Claims {
  const kept = Object.entries(claims).filter(([name]) => !suppress.includes(name))
  return Object.fromEntries([...kept, ...Object.entries(add)])
}

function withGroups(claims: Claims, groups: GroupChanges | undefined, roles: boolean): Claims {
  if (!groups) return claims
  const { 'cognito:groups': _groups, 'cognito:roles': _roles, 'cognito:preferred_role': _role, ...rest } = claims
  return {
    ...rest,
    ...(groups.groups.length > 0 ? { 'cognito:groups': groups.groups } : {}),
    ...(roles && groups.roles.length > 0 ? { 'cognito:roles': groups.roles } : {}),
    ...(roles && groups.preferredRole !== undefined ? { 'cognito:preferred_role': groups.preferredRole } : {}),
  }
}
