import { newTraceRoot } from '@herald/inbox'
import type { AdminCreateUserRequest } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import { errors } from '../../errors.ts'
import { enqueueMessage } from '../../messages/enqueue.ts'
import { notSent } from '../../messages/not-sent.ts'
import { invitationRoutes } from '../../messages/route.ts'
import { sendingTransaction } from '../../messages/sending-transaction.ts'
import { asAdmin, type PoolScope } from '../../operation.ts'
import { checkPassword, generateTemporaryPassword } from '../../pools/password-policy.ts'
import { checkAttributes } from '../../pools/schema.ts'
import { codeFactors } from '../../sign-in/first-factors.ts'
import { setPassword } from '../../sign-in/password.ts'
import { users } from '../../storage/collections.ts'
import { preSignUp } from '../../triggers/pre-sign-up.ts'
import { NO_CLIENT } from '../../triggers/trigger-event.ts'
import { attributesOf } from '../../users/attribute-list.ts'
import { type FoundUser, findUser } from '../../users/find-user.ts'
import { insertUser } from '../../users/insert-user.ts'
import { endInvitations } from '../../users/invitations.ts'
import { newUser } from '../../users/new-user.ts'
import { temporaryPasswordExpiry } from '../../users/temporary-password.ts'
import type { UserDoc } from '../../users/user.ts'
import { userType } from '../../users/user-type.ts'

/**
 * Creates a user with a temporary password and sends an invitation on the desired media (SMS where none are named, as AWS
 * documents). Where the pool lets the user sign in by a code, and no password is given, there is none: as observed, such a user is
 * CONFIRMED; that no invitation goes out is assumed. `RESEND` renews the password of a user who never signed in; `SUPPRESS` sends nothing.
 */
export const AdminCreateUser = asAdmin('AdminCreateUser', async (scope, input) => {
  const found = input.MessageAction === 'RESEND' ? await renew(scope, input) : await create(scope, input)
  return { User: userType(found.user) }
})

async function create(scope: PoolScope, input: AdminCreateUserRequest): Promise<FoundUser> {
  const { context, pool } = scope
  const given = attributesOf(input.UserAttributes)
  const user = newUser(context, pool, input.Username, given, 'FORCE_CHANGE_PASSWORD')
  checkAttributes(pool, undefined, user.attributes, 'create')
  const passwordless = input.TemporaryPassword === undefined && codeFactors(pool, user.attributes).length > 0
  const password = passwordless ? undefined : temporaryPassword(scope, input)
  // AWS documents that what the function answers of confirming and verifying does not count here.
  await preSignUp({ ...scope, clientId: NO_CLIENT }, 'AdminCreateUser', user, given, {
    validationData: input.ValidationData && attributesOf(input.ValidationData),
    clientMetadata: input.ClientMetadata,
  })
  if (password === undefined) {
    const confirmed = { ...user, status: 'CONFIRMED' as const }
    const forceAliases = input.ForceAliasCreation ?? false
    return context.store.transaction((tx) => insertUser(tx, pool, confirmed, { forceAliases }))
  }
  user.sealedPassword = await setPassword(context, pool, user, password)
  user.temporaryPasswordExpiresAt = temporaryPasswordExpiry(context, pool)
  return sendingTransaction(context, pool, async (tx) => {
    const messages = input.MessageAction === 'SUPPRESS' ? [] : plannedMessages(scope, user, input)
    const found = await insertUser(tx, pool, withInvitations(user, messages), {
      forceAliases: input.ForceAliasCreation ?? false,
    })
    invite(tx, scope, found, input, messages, password)
    return found
  })
}

async function renew(scope: PoolScope, input: AdminCreateUserRequest): Promise<FoundUser> {
  const { context, pool } = scope
  const before = await findUser(context.store, pool, input.Username)
  if (!before) throw errors.userNotFound()
  const password = temporaryPassword(scope, input)
  const sealedPassword = await setPassword(context, pool, before.user, password)
  return sendingTransaction(context, pool, async (tx) => {
    const user = await tx.get(users, [pool.id, before.key])
    if (!user || user.sub !== before.user.sub) throw errors.userNotFound()
    if (user.status !== 'FORCE_CHANGE_PASSWORD') throw errors.resendNotPossible(input.Username)
    endInvitations(tx, context, user, 'superseded')
    const messages = plannedMessages(scope, user, input)
    const renewed = {
      ...user,
      sealedPassword,
      temporaryPasswordExpiresAt: temporaryPasswordExpiry(context, pool),
      modifiedAt: context.environment.clock.now(),
    }
    const found = { key: before.key, user: withInvitations(renewed, messages) }
    tx.put(users, [pool.id, found.key], found.user)
    invite(tx, scope, found, input, messages, password)
    return found
  })
}

function temporaryPassword({ context, pool }: PoolScope, input: AdminCreateUserRequest): string {
  if (input.TemporaryPassword === undefined) return generateTemporaryPassword(pool, context.environment.random)
  checkPassword(pool, input.TemporaryPassword)
  return input.TemporaryPassword
}

type PlannedMessage = ReturnType<typeof invitationRoutes>[number] & { id: string }

function plannedMessages({ context }: PoolScope, user: UserDoc, input: AdminCreateUserRequest): PlannedMessage[] {
  const routes = invitationRoutes(input.DesiredDeliveryMediums, user.attributes)
  return routes.map((route) => ({ ...route, id: newTraceRoot(context.environment) }))
}

/** The user, who knows which messages carry the temporary password. */
function withInvitations(user: UserDoc, messages: PlannedMessage[]): UserDoc {
  return { ...user, invitations: messages.filter(({ route }) => route).map(({ id }) => id) }
}

function invite(
  tx: Transaction,
  scope: PoolScope,
  found: FoundUser,
  input: AdminCreateUserRequest,
  messages: PlannedMessage[],
  password: string,
): void {
  const { context, pool, call } = scope
  for (const { id, medium, route } of messages) {
    if (!route) {
      notSent(
        tx,
        context,
        { pool, call, found },
        { id, reason: 'AdminCreateUser', medium, operation: 'AdminCreateUser' },
      )
      continue
    }
    enqueueMessage(
      tx,
      context,
      { pool, call, found },
      {
        id,
        reason: 'AdminCreateUser',
        route,
        secret: password,
        secretExpiresAt: found.user.temporaryPasswordExpiresAt!,
        clientId: NO_CLIENT,
        clientMetadata: input.ClientMetadata,
        operation: 'AdminCreateUser',
      },
    )
  }
}
