import type { GroupDoc } from './group.ts'
import { rank } from './groups-of.ts'

/** What both tokens say of a user's groups. @param groups by precedence */
export function groupClaims(groups: readonly GroupDoc[]): Record<string, unknown> {
  return groups.length === 0 ? {} : { 'cognito:groups': groups.map(({ name }) => name) }
}

/**
 * What the identity token says of the groups' roles. As AWS documents, the preferred one is that of the group with the lowest
 * precedence, and is left out where two such groups have different roles. That groups without a role do not count is assumed.
 * @param groups by precedence
 */
export function roleClaims(groups: readonly GroupDoc[]): Record<string, unknown> {
  const withRole = groups.filter(({ roleArn }) => roleArn !== undefined)
  const [first] = withRole
  if (!first) return {}
  const foremost = new Set(withRole.filter((group) => rank(group) === rank(first)).map(({ roleArn }) => roleArn))
  return {
    'cognito:roles': [...new Set(withRole.map(({ roleArn }) => roleArn))],
    ...(foremost.size === 1 ? { 'cognito:preferred_role': first.roleArn } : {}),
  }
}
