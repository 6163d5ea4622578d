import { hidesMissingUsers } from '../clients/hides-missing-users.ts'
import { eventAttributes } from '../messages/event-attributes.ts'
import type { SignInScope } from '../sign-in/scope.ts'
import type { UserDoc } from '../users/user.ts'
import { invokeTrigger } from './invoke-trigger.ts'
import { metadataMember, triggerEvent } from './trigger-event.ts'

/**
 * Asks the pool's PreAuthentication function whether somebody may try to sign in, before any password is compared. As AWS
 * documents, the request's ClientMetadata comes as `validationData`; `userNotFound` is there for clients that hide who exists,
 * whose unknown names are asked about, too. Call it outside of transactions.
 * @param user undefined for a name that nobody has.
 * @throws UserLambdaValidationException | UnexpectedLambdaException | InvalidLambdaResponseException
 */
export async function preAuthentication(
  scope: SignInScope,
  username: string,
  user: UserDoc | undefined,
): Promise<void> {
  const { context, pool, client, by } = scope
  const functionArn = pool.settings.LambdaConfig?.PreAuthentication
  if (!functionArn) return
  const request = {
    userAttributes: user ? eventAttributes(pool, user) : {},
    validationData: by.clientMetadata ?? null,
    ...(hidesMissingUsers(client) ? { userNotFound: user === undefined } : {}),
  }
  const event = triggerEvent(
    { ...scope, clientId: client.id },
    user?.username ?? username,
    'PreAuthentication_Authentication',
    request,
    {},
  )
  await invokeTrigger(context, pool, 'PreAuthentication', functionArn, event)
}

/**
 * Tells the pool's PostAuthentication function of a sign-in that is complete, before its tokens are made: one that fails keeps
 * them from the caller. No device is remembered, so none is ever new. Call it outside of transactions.
 * @throws UserLambdaValidationException | UnexpectedLambdaException | InvalidLambdaResponseException
 */
export async function postAuthentication(scope: SignInScope, user: UserDoc): Promise<void> {
  const { context, pool, client, by } = scope
  const functionArn = pool.settings.LambdaConfig?.PostAuthentication
  if (!functionArn) return
  const request = {
    userAttributes: eventAttributes(pool, user),
    newDeviceUsed: false,
    ...metadataMember(by.senderMetadata),
  }
  const event = triggerEvent(
    { ...scope, clientId: client.id },
    user.username,
    'PostAuthentication_Authentication',
    request,
    {},
  )
  await invokeTrigger(context, pool, 'PostAuthentication', functionArn, event)
}
