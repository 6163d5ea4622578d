import type { AuthEventType, FeedbackValueType } from '@herald/protocol/cognito-idp'
import { sameMac } from '@herald/storage'
import type { PoolScope } from '../operation.ts'
import { authEvents } from '../storage/collections.ts'
import { requireUser } from '../users/require-user.ts'
import type { AuthEventDoc } from './risk.ts'
import { requireProtection } from './risk-configuration.ts'
import { threatRefusals } from './threat-refusals.ts'

/** An event as AdminListUserAuthEvents answers it. Where requests come from is not looked up. */
export function describedEvent(event: AuthEventDoc): AuthEventType {
  const { feedback } = event
  return {
    EventId: event.id,
    EventType: 'SignIn',
    CreationDate: new Date(event.createdAt),
    EventResponse: event.response,
    EventRisk: event.risk,
    ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Success' }],
    EventContextData: {
      IpAddress: event.ipAddress,
      ...(event.deviceName === undefined ? {} : { DeviceName: event.deviceName }),
    },
    ...(feedback
      ? {
          EventFeedback: {
            FeedbackValue: feedback.value,
            Provider: feedback.provider,
            FeedbackDate: new Date(feedback.at),
          },
        }
      : {}),
  }
}

/**
 * Keeps what somebody says of a user's sign-in.
 * @param token what the user proves by that the notification is theirs; an administrator needs none.
 * @throws UserNotFoundException | ResourceNotFoundException | NotAuthorizedException | UserPoolAddOnNotEnabledException
 */
export async function keepFeedback(
  { context, pool }: PoolScope,
  input: { Username: string; EventId: string; FeedbackValue: FeedbackValueType },
  token?: string,
): Promise<Record<string, never>> {
  requireProtection(pool)
  await context.store.transaction(async (tx) => {
    const { user } = await requireUser(tx, pool, input.Username)
    const key = [pool.id, user.sub, input.EventId]
    const event = await tx.get(authEvents, key)
    if (!event) throw threatRefusals.eventNotFound()
    if (token !== undefined) {
      const given = context.vault.mac('feedback-token', pool.id, user.sub, event.id, token)
      if (!event.feedbackToken || !sameMac(event.feedbackToken, given)) throw threatRefusals.wrongFeedbackToken()
    }
    const provider = token === undefined ? ('Admin' as const) : ('User' as const)
    tx.put(authEvents, key, {
      ...event,
      feedback: { value: input.FeedbackValue, provider, at: context.environment.clock.now() },
    })
  })
  return {}
}
