import { newTraceRoot } from '@herald/inbox'
import type { AdminCreateUserRequest } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import { errors } from '../../errors.ts'
import { enqueueMessage } from '../../messages/enqueue.ts'
import { notSent } from '../../messages/not-sent.ts'
import { invitationRoutes } from '../../messages/route.ts'
import { asAdmin, type PoolScope } from '../../operation.ts'
import { checkPassword, generateTemporaryPassword } from '../../pools/password-policy.ts'
import { checkAttributes } from '../../pools/schema.ts'
import { setPassword } from '../../sign-in/password.ts'
import { users } from '../../storage/collections.ts'
import { attributesOf } from '../../users/attribute-list.ts'
import { type FoundUser, findUser } from '../../users/find-user.ts'
import { insertUser } from '../../users/insert-user.ts'
import { newUser } from '../../users/new-user.ts'
import { temporaryPasswordExpiry } from '../../users/temporary-password.ts'
import { userType } from '../../users/user-type.ts'

/**
 * Creates a user with a temporary password and sends an invitation on the desired media (SMS where none are named, as AWS
 * documents). `RESEND` renews the password of a user who never signed in; `SUPPRESS` sends nothing.
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
  const password = temporaryPassword(scope, input)
  user.sealedPassword = await setPassword(context, pool, user, password)
  user.temporaryPasswordExpiresAt = temporaryPasswordExpiry(context, pool)
  return context.store.transaction(async (tx) => {
    const found = await insertUser(tx, pool, user, { forceAliases: input.ForceAliasCreation ?? false })
    if (input.MessageAction !== 'SUPPRESS') invite(tx, scope, found, input, password)
    return found
  })
}

async function renew(scope: PoolScope, input: AdminCreateUserRequest): Promise<FoundUser> {
  const { context, pool } = scope
  const before = await findUser(context.store, pool, input.Username)
  if (!before) throw errors.userNotFound()
  const password = temporaryPassword(scope, input)
  const sealedPassword = await setPassword(context, pool, before.user, password)
  return context.store.transaction(async (tx) => {
    const user = await tx.get(users, [pool.id, before.key])
    if (!user) throw errors.userNotFound()
    if (user.status !== 'FORCE_CHANGE_PASSWORD') throw errors.resendNotPossible(input.Username)
    const found = {
      key: before.key,
      user: {
        ...user,
        sealedPassword,
        temporaryPasswordExpiresAt: temporaryPasswordExpiry(context, pool),
        modifiedAt: context.environment.clock.now(),
      },
    }
    tx.put(users, [pool.id, found.key], found.user)
    invite(tx, scope, found, input, password)
    return found
  })
}

function temporaryPassword({ context, pool }: PoolScope, input: AdminCreateUserRequest): string {
  if (input.TemporaryPassword === undefined) return generateTemporaryPassword(pool, context.environment.random)
  checkPassword(pool, input.TemporaryPassword)
  return input.TemporaryPassword
}

function invite(
  tx: Transaction,
  scope: PoolScope,
  found: FoundUser,
  input: AdminCreateUserRequest,
  password: string,
): void {
  const { context, pool, call } = scope
  for (const { medium, route } of invitationRoutes(input.DesiredDeliveryMediums, found.user.attributes)) {
    const id = newTraceRoot(context.environment)
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
        clientId: 'CLIENT_ID_NOT_APPLICABLE',
        clientMetadata: input.ClientMetadata,
        operation: 'AdminCreateUser',
      },
    )
  }
}
