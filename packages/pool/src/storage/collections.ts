import { type Collection, collection, sharedCollection } from '@herald/storage'
import type { CodeDoc } from '../codes/code.ts'
import type { LimitDoc } from '../codes/limits.ts'
import type { GroupDoc, MembershipDoc } from '../groups/group.ts'
import type { MessageDoc } from '../messages/message.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import type { LockoutDoc } from '../sign-in/lockout.ts'
import type { SessionDoc } from '../sign-in/session.ts'
import type { AuthEventDoc, RiskConfigurationDoc, RiskDoc } from '../threats/risk.ts'
import type { EndedSignInDoc, RefreshTokenDoc, SigningKeysDoc } from '../tokens/token.ts'
import type { AliasDoc, UserDoc } from '../users/user.ts'

/** Key: pool id. */
export const pools = sharedCollection<PoolDoc>('pools', {
  columns: { home: { type: 'text', of: (pool) => `${pool.accountId}/${pool.region}` } },
  indexes: [['home']],
})

/** Deleted pools whose users and clients are still being removed. Key: pool id. */
export const departingPools = collection<PoolDoc>('departing_pools')

/** Key: client id, for public calls know nothing else. */
export const clients = sharedCollection<ClientDoc>('clients', {
  columns: { pool_id: { type: 'text', of: (client) => client.poolId } },
  indexes: [['pool_id']],
})

/** Key: pool id, user key (see users/user-key.ts). */
export const users = collection<UserDoc>('users', {
  columns: {
    pool_id: { type: 'text', of: (user) => user.poolId },
    username: { type: 'text', of: (user) => user.username },
    sub: { type: 'text', of: (user) => user.sub },
    status: { type: 'text', of: (user) => user.status },
    enabled: { type: 'integer', of: (user) => (user.enabled ? 1 : 0) },
    created_at: { type: 'integer', of: (user) => user.createdAt },
    email: { type: 'text', of: (user) => user.attributes.email ?? null },
    phone_number: { type: 'text', of: (user) => user.attributes.phone_number ?? null },
    name: { type: 'text', of: (user) => user.attributes.name ?? null },
    given_name: { type: 'text', of: (user) => user.attributes.given_name ?? null },
    family_name: { type: 'text', of: (user) => user.attributes.family_name ?? null },
    preferred_username: { type: 'text', of: (user) => user.attributes.preferred_username ?? null },
  },
  indexes: [
    ['pool_id', 'created_at'],
    ['pool_id', 'username'],
    ['pool_id', 'sub'],
    ['pool_id', 'status'],
    ['pool_id', 'enabled'],
  ],
  sparseIndexes: [
    ['pool_id', 'email'],
    ['pool_id', 'phone_number'],
    ['pool_id', 'name'],
    ['pool_id', 'given_name'],
    ['pool_id', 'family_name'],
    ['pool_id', 'preferred_username'],
  ],
})

/** Key: pool id, kind (`sub`, `email`, `phone_number`, `preferred_username`), value as compared. */
export const aliases = collection<AliasDoc>('aliases')

/** The one good code of a user and purpose. Key: pool id, user key, purpose. */
export const codes = collection<CodeDoc>('codes', {
  columns: { expires_at: { type: 'integer', of: (code) => code.expiresAt } },
  indexes: [['expires_at']],
})

/** What a user has tried lately. Key: pool id, user key, limit. */
export const limits = collection<LimitDoc>('limits', {
  columns: { expires_at: { type: 'integer', of: (limit) => limit.expiresAt } },
  indexes: [['expires_at']],
})

/** Wrong passwords of late. Key: pool id, user key. */
export const lockouts = collection<LockoutDoc>('lockouts', {
  columns: { expires_at: { type: 'integer', of: (lockout) => lockout.expiresAt } },
  indexes: [['expires_at']],
})

/** Sign-ins between two steps. Key: pool id, keyed hash of the session's id. */
export const sessions = collection<SessionDoc>('sessions', {
  columns: { expires_at: { type: 'integer', of: (session) => session.expiresAt } },
  indexes: [['expires_at']],
})

/** Key: keyed hash of the token. */
export const refreshTokens = collection<RefreshTokenDoc>('refresh_tokens', {
  columns: {
    expires_at: { type: 'integer', of: (token) => token.expiresAt },
    user: { type: 'text', of: (token) => `${token.poolId}/${token.userKey}` },
  },
  indexes: [['expires_at'], ['user']],
})

/** Sign-ins that were ended before their time, while tokens of theirs may be about. Key: pool id, the sign-in's originJti. */
export const endedSignIns = collection<EndedSignInDoc>('ended_sign_ins', {
  columns: {
    pool_id: { type: 'text', of: (ended) => ended.poolId },
    expires_at: { type: 'integer', of: (ended) => ended.expiresAt },
  },
  indexes: [['pool_id'], ['expires_at']],
})

/** Key: pool id, group name. */
export const groups = collection<GroupDoc>('groups', {
  columns: { pool_id: { type: 'text', of: (group) => group.poolId } },
  indexes: [['pool_id']],
})

/** Key: pool id, group name, user key. */
export const memberships = collection<MembershipDoc>('memberships', {
  columns: { group_of: { type: 'text', of: (membership) => `${membership.poolId}/${membership.groupName}` } },
  indexes: [['group_of']],
})

/** How a pool answers risks. Key: pool id, client id or `*`. */
export const riskConfigurations = collection<RiskConfigurationDoc>('risk_configurations', {
  columns: { pool_id: { type: 'text', of: (configuration) => configuration.poolId } },
  indexes: [['pool_id']],
})

/** Key: pool id, user key. */
export const risks = collection<RiskDoc>('risks')

/** Sign-ins as threat protection saw them. Key: pool id, sub, event id. */
export const authEvents = collection<AuthEventDoc>('auth_events', {
  columns: {
    pool_id: { type: 'text', of: (event) => event.poolId },
    user: { type: 'text', of: (event) => `${event.poolId}/${event.sub}` },
    created_at: { type: 'integer', of: (event) => event.createdAt },
    expires_at: { type: 'integer', of: (event) => event.expiresAt },
  },
  indexes: [['pool_id'], ['user', 'created_at'], ['expires_at']],
})

/** Key: pool id. */
export const signingKeys = sharedCollection<SigningKeysDoc>('signing_keys')

/** The outbox: messages that a sender or default delivery still has to be given. Key: message id. */
export const messages = collection<MessageDoc>('messages', {
  columns: { due_at: { type: 'integer', of: (message) => message.dueAt } },
  indexes: [['due_at']],
})

/** Everything the pools keep, for the store to make room for. */
// biome-ignore lint/suspicious/noExplicitAny: collections of every kind of document
export const poolCollections: readonly Collection<any>[] = [
  pools,
  departingPools,
  clients,
  users,
  aliases,
  codes,
  limits,
  lockouts,
  sessions,
  refreshTokens,
  endedSignIns,
  groups,
  memberships,
  riskConfigurations,
  risks,
  authEvents,
  signingKeys,
  messages,
]
