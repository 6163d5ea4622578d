import { newTraceRoot } from '@herald/inbox'
import type { Transaction } from '@herald/storage'
import { randomCode } from '../codes/issue-code.ts'
import type { PoolContext } from '../context.ts'
import { enqueueMessage } from '../messages/enqueue.ts'
import { deliveryDetails, type Route, routeTo } from '../messages/route.ts'
import type { SignInScope } from '../sign-in/scope.ts'
import { newSessionText, openSession, passwordMark, sessionEnd } from '../sign-in/sessions.ts'
import type { FoundUser } from '../users/find-user.ts'

/** Binds a code to its user and session, so that it is good for no other sign-in. */
export function factorCodeHash(
  context: PoolContext,
  poolId: string,
  sub: string,
  session: string,
  code: string,
): string {
  return context.vault.mac('mfa-code', poolId, sub, session, code)
}

/** Recognises a phone number without keeping it. */
export function phoneMark(context: PoolContext, poolId: string, phone: string): string {
  return context.vault.mac('mfa-phone', poolId, phone)
}

export interface SmsChallenge {
  session: string
  route: Route
}

/**
 * Opens the SMS_MFA challenge: a session that ends after the client's AuthSessionValidity, as its code does, and the message
 * that carries the code. AWS documents that the number need not be verified.
 * @returns undefined where the user has no phone number.
 */
export function openSmsChallenge(tx: Transaction, scope: SignInScope, found: FoundUser): SmsChallenge | undefined {
  const { context, pool, client, by } = scope
  const phone = found.user.attributes.phone_number
  if (!phone) return undefined
  const route = routeTo('phone_number', phone)
  const session = newSessionText(context)
  const code = randomCode(context)
  const messageId = newTraceRoot(context.environment)
  openSession(tx, context, scope, session, {
    userKey: found.key,
    sub: found.user.sub,
    challenge: 'SMS_MFA',
    passwordMark: passwordMark(context, found.user),
    code: {
      hash: factorCodeHash(context, pool.id, found.user.sub, session, code),
      messageId,
      phone: phoneMark(context, pool.id, phone),
    },
  })
  enqueueMessage(
    tx,
    context,
    { ...scope, found },
    {
      id: messageId,
      reason: 'Authentication',
      route,
      secret: code,
      secretExpiresAt: sessionEnd(context, client),
      clientId: client.id,
      clientMetadata: by.senderMetadata,
      operation: by.operation,
    },
  )
  return { session, route }
}

/** Both CODE_DELIVERY members are observed on live pools. */
export function smsChallengeParameters(route: Route, user: FoundUser['user']): Record<string, string> {
  const { DeliveryMedium = '', Destination = '' } = deliveryDetails(route)
  return {
    CODE_DELIVERY_DELIVERY_MEDIUM: DeliveryMedium,
    CODE_DELIVERY_DESTINATION: Destination,
    USER_ID_FOR_SRP: user.username,
  }
}
