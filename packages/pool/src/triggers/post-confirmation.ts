import { eventAttributes } from '../messages/event-attributes.ts'
import type { UserDoc } from '../users/user.ts'
import { invokeTrigger } from './invoke-trigger.ts'
import { metadataMember, type TriggerScope, triggerEvent } from './trigger-event.ts'

/**
 * Tells the pool's PostConfirmation function of a user who was confirmed, or whose password was reset. What happened stands,
 * whatever the function does. Call it outside of transactions.
 * @throws UserLambdaValidationException | UnexpectedLambdaException | InvalidLambdaResponseException
 */
export async function postConfirmation(
  scope: TriggerScope,
  source: 'ConfirmSignUp' | 'ConfirmForgotPassword',
  user: UserDoc,
  clientMetadata: Record<string, string> | undefined,
): Promise<void> {
  const { context, pool } = scope
  const functionArn = pool.settings.LambdaConfig?.PostConfirmation
  if (!functionArn) return
  const request = { userAttributes: eventAttributes(pool, user), ...metadataMember(clientMetadata) }
  const event = triggerEvent(scope, user.username, `PostConfirmation_${source}`, request, {})
  await invokeTrigger(context, pool, 'PostConfirmation', functionArn, event)
}
