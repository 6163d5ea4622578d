import type { Call } from '@herald/protocol'
import type { PoolContext } from '../context.ts'
import { roleClaims } from '../groups/claims.ts'
import type { GroupDoc } from '../groups/group.ts'
import { eventAttributes } from '../messages/event-attributes.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'
import { invokeTrigger } from './invoke-trigger.ts'
import { readTokenAnswer, type TokenChanges } from './token-answer.ts'
import { metadataMember, type TriggerEvent, triggerEvent } from './trigger-event.ts'

/** What a set of tokens is made for. */
export type TokenSource = 'Authentication' | 'NewPasswordChallenge' | 'RefreshTokens'

export interface TokenOccasion {
  pool: PoolDoc
  client: ClientDoc
  call: Call
  user: UserDoc
  /** By precedence. */
  groups: readonly GroupDoc[]
  scopes: readonly string[]
  source: TokenSource
  clientMetadata: Record<string, string> | undefined
}

const versions = { V1_0: '1', V2_0: '2', V3_0: '3' } as const

/**
 * Asks the pool's function of pre token generation what to change in the tokens. Version 1 knows the identity token, version 2
 * both; version 3 differs only for tokens that no user is behind. Call it outside of transactions.
 * @returns undefined where the pool has no such function.
 * @throws UserLambdaValidationException | UnexpectedLambdaException | InvalidLambdaResponseException
 */
export async function preTokenGeneration(
  context: PoolContext,
  occasion: TokenOccasion,
): Promise<TokenChanges | undefined> {
  const { pool } = occasion
  const config = pool.settings.LambdaConfig
  const functionArn = config?.PreTokenGenerationConfig?.LambdaArn ?? config?.PreTokenGeneration
  if (!functionArn) return undefined
  const version = versions[config?.PreTokenGenerationConfig?.LambdaVersion ?? 'V1_0']
  const event = tokenEvent(occasion, version)
  const answer = await invokeTrigger<Record<string, unknown>>(context, pool, 'PreTokenGeneration', functionArn, event)
  return readTokenAnswer(answer, version, occasion.client)
}

/** Captured events of this trigger have `triggerSource` second, as a sender's do, and no response but null. */
function tokenEvent(occasion: TokenOccasion, version: TriggerEvent['version']): TriggerEvent {
  const { pool, client, user, groups, source, scopes, clientMetadata } = occasion
  const roles = roleClaims(groups)
  const triggerSource = `TokenGeneration_${source}`
  const request = {
    userAttributes: eventAttributes(pool, user),
    groupConfiguration: {
      groupsToOverride: groups.map(({ name }) => name),
      iamRolesToOverride: roles['cognito:roles'] ?? [],
      preferredRole: roles['cognito:preferred_role'] ?? null,
    },
    ...(version === '1' ? {} : { scopes }),
    ...metadataMember(clientMetadata),
  }
  const response = version === '1' ? { claimsOverrideDetails: null } : { claimsAndScopeOverrideDetails: null }
  const event = triggerEvent({ ...occasion, clientId: client.id }, user.username, triggerSource, request, response)
  const { version: _version, triggerSource: _source, ...rest } = event
  return { version, triggerSource, ...rest }
}
