import type { ExplicitAuthFlowsType } from '@herald/protocol/cognito-idp'
import type { ClientDoc } from '../pools/pool.ts'

/** What AWS documents for a client that names no flows. Describe goes on leaving them out. */
const flowsByDefault: readonly ExplicitAuthFlowsType[] = [
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_CUSTOM_AUTH',
]

/** What the names without `ALLOW_` stand for; with them SRP and refresh are always allowed, as AWS documents. */
const legacyFlows: Readonly<Record<string, readonly ExplicitAuthFlowsType[]>> = {
  ADMIN_NO_SRP_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH'],
  CUSTOM_AUTH_FLOW_ONLY: ['ALLOW_CUSTOM_AUTH'],
}

/** The sign-in flows of a client, by their `ALLOW_` names. */
export function allowedFlows(client: ClientDoc): ReadonlySet<ExplicitAuthFlowsType> {
  const named = client.settings.ExplicitAuthFlows
  if (!named?.length) return new Set(flowsByDefault)
  if (named.every((flow) => flow.startsWith('ALLOW_'))) return new Set(named)
  const allowed = new Set<ExplicitAuthFlowsType>(['ALLOW_REFRESH_TOKEN_AUTH'])
  for (const flow of named) for (const modern of legacyFlows[flow] ?? []) allowed.add(modern)
  if (!named.includes('CUSTOM_AUTH_FLOW_ONLY')) allowed.add('ALLOW_USER_SRP_AUTH')
  return allowed
}
