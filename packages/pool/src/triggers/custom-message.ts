import type { Call, MessageReason } from '@herald/protocol'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import { eventAttributes } from '../messages/event-attributes.ts'
import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'
import { invokeTrigger } from './invoke-trigger.ts'
import { metadataMember, type TriggerEvent, triggerEvent } from './trigger-event.ts'

export const CODE = '{####}'
export const USERNAME = '{username}'
/** What a link to confirm by would stand for. */
const LINK = '{##Click Here##}'

/** A function's own words for a message, with placeholders in place of what is secret. */
export interface MessageTexts {
  smsMessage?: string
  emailMessage?: string
  emailSubject?: string
}

/** Longest texts that AWS documents, in characters. */
const longest = { smsMessage: 140, emailMessage: 20_000, emailSubject: 140 } as const

/** The event of CustomMessage; members as in captured ones. Messages of the same event share one answer. */
export function customMessageEvent(
  scope: { pool: PoolDoc; call: Call },
  user: UserDoc,
  message: { reason: MessageReason; clientId: string | null; clientMetadata: Record<string, string> | undefined },
): TriggerEvent {
  const { reason, clientId, clientMetadata } = message
  return triggerEvent(
    { ...scope, clientId },
    user.username,
    `CustomMessage_${reason}`,
    {
      userAttributes: eventAttributes(scope.pool, user),
      codeParameter: CODE,
      linkParameter: LINK,
      usernameParameter: reason === 'AdminCreateUser' ? USERNAME : null,
      ...metadataMember(clientMetadata),
    },
    { smsMessage: null, emailMessage: null, emailSubject: null },
  )
}

/**
 * Asks the pool's CustomMessage function for its words. A message that lacks a placeholder it needs (the code's, and for an
 * invitation the user name's) is left out, so that the pool's own text goes out; AWS documents only that it must be there.
 * @throws UserLambdaValidationException | UnexpectedLambdaException | InvalidLambdaResponseException
 */
export async function askForTexts(
  context: PoolContext,
  pool: PoolDoc,
  functionArn: string,
  event: TriggerEvent,
): Promise<MessageTexts> {
  const response = await invokeTrigger<Record<string, unknown>>(context, pool, 'CustomMessage', functionArn, event)
  const needed = event.triggerSource === 'CustomMessage_AdminCreateUser' ? [CODE, USERNAME] : [CODE]
  const texts: MessageTexts = {}
  for (const [name, most] of Object.entries(longest) as [keyof MessageTexts, number][]) {
    const text = response[name] ?? ''
    if (typeof text !== 'string' || [...text].length > most) throw errors.triggerAnswerUnknown()
    const whole = name === 'emailSubject' || needed.every((placeholder) => text.includes(placeholder))
    if (text !== '' && whole) texts[name] = text
  }
  return texts
}
