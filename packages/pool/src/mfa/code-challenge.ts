import { newTraceRoot } from '@herald/inbox'
import type { Transaction } from '@herald/storage'
import { randomCode } from '../codes/issue-code.ts'
import type { PoolContext } from '../context.ts'
import { enqueueMessage } from '../messages/enqueue.ts'
import { deliveryDetails, type Route, routeTo } from '../messages/route.ts'
import type { Question } from '../sign-in/question.ts'
import type { SignInScope } from '../sign-in/scope.ts'
import { newSessionText, openSession, passwordMark, sessionEnd } from '../sign-in/sessions.ts'
import type { FoundUser } from '../users/find-user.ts'
import type { MfaFactor } from './factors.ts'
import type { SignInCode } from './sign-in-code.ts'

/** Six digits by SMS are inferred, by e-mail assumed. */
export const secondFactorCodes: Readonly<Record<MfaFactor, SignInCode>> = {
  sms: { challenge: 'SMS_MFA', attribute: 'phone_number', digits: 6 },
  email: { challenge: 'EMAIL_OTP', attribute: 'email', digits: 6 },
}

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

/** Recognises an address without keeping it. */
export function addressMark(context: PoolContext, poolId: string, attribute: string, address: string): string {
  return context.vault.mac('mfa-address', poolId, attribute, address)
}

/**
 * Opens the challenge that a code answers: a session that ends after the client's AuthSessionValidity, as its code does, and the
 * message that carries the code. AWS documents that the address need not be verified.
 * @returns undefined where the user has no such address.
 */
export function openCodeChallenge(
  tx: Transaction,
  scope: SignInScope,
  found: FoundUser,
  { challenge, attribute, digits, first }: SignInCode,
): Question | undefined {
  const { context, pool, client, by } = scope
  const address = found.user.attributes[attribute]
  if (!address) return undefined
  const route = routeTo(attribute, address)
  const session = newSessionText(context)
  const code = randomCode(context, digits)
  const messageId = newTraceRoot(context.environment)
  const sessionHash = openSession(tx, context, scope, session, {
    userKey: found.key,
    sub: found.user.sub,
    challenge,
    ...(first ? { first } : {}),
    passwordMark: passwordMark(context, found.user),
    code: {
      hash: factorCodeHash(context, pool.id, found.user.sub, session, code),
      messageId,
      attribute,
      address: addressMark(context, pool.id, attribute, address),
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
      session: sessionHash,
      clientId: client.id,
      clientMetadata: by.senderMetadata,
      operation: by.operation,
    },
  )
  const parameters = deliveryParameters(route)
  if (!first) parameters.USER_ID_FOR_SRP = found.user.username
  return { session, challenge, parameters }
}

/** Both members are observed on live pools. */
export function deliveryParameters(route: Route): Record<string, string> {
  const { DeliveryMedium = '', Destination = '' } = deliveryDetails(route)
  return { CODE_DELIVERY_DELIVERY_MEDIUM: DeliveryMedium, CODE_DELIVERY_DESTINATION: Destination }
}
