import type { Call } from '@herald/protocol'
import type { Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { askForTexts, customMessageEvent, type MessageTexts } from '../triggers/custom-message.ts'
import type { TriggerEvent } from '../triggers/trigger-event.ts'
import type { FoundUser } from '../users/find-user.ts'
import type { NewMessage } from './enqueue.ts'

/** How often a transaction that sends may find that it needs other texts than it had. */
const MOST_ROUNDS = 5

/** Texts that a transaction may use, by the event that they answer. */
const textsOf = new WeakMap<Transaction, Map<string, MessageTexts>>()

/** Takes a transaction back that needs texts which nobody asked for yet. */
class TextsNeeded extends Error {
  readonly event: TriggerEvent

  constructor(event: TriggerEvent) {
    super('The texts of a message are needed.')
    this.event = event
  }
}

/**
 * A transaction that may queue messages. Where the pool has a CustomMessage function, the caller waits for it, and no function
 * is called inside a transaction: work that finds it needs texts is taken back, the function asked, and the work done again.
 * So a function that fails leaves nothing behind: assumed.
 * @throws UserLambdaValidationException | UnexpectedLambdaException | InvalidLambdaResponseException, and as `work` does
 */
export async function sendingTransaction<T>(
  context: PoolContext,
  pool: PoolDoc,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const functionArn = pool.settings.LambdaConfig?.CustomMessage
  if (!functionArn) return context.store.transaction(work)
  const texts = new Map<string, MessageTexts>()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    try {
      return await context.store.transaction((tx) => {
        textsOf.set(tx, texts)
        return work(tx)
      })
    } catch (error) {
      if (!(error instanceof TextsNeeded)) throw error
      texts.set(JSON.stringify(error.event), await askForTexts(context, pool, functionArn, error.event))
    }
  }
  throw errors.tooBusy()
}

/**
 * The texts that the pool's CustomMessage function has for a message.
 * @param toSender a custom sender gets the message, which has no use for them.
 */
export function textsFor(
  tx: Transaction,
  context: PoolContext,
  scope: { pool: PoolDoc; call: Call; found: FoundUser },
  message: NewMessage,
  toSender: boolean,
): MessageTexts | undefined {
  const asked = scope.pool.settings.LambdaConfig?.CustomMessage !== undefined
  if (!asked || (toSender && !context.settings.customMessageBesideSender)) return undefined
  const event = customMessageEvent(scope, scope.found.user, message)
  const known = textsOf.get(tx)
  if (!known) throw new Error('A message is queued in a transaction that was not begun as one that sends.')
  const texts = known.get(JSON.stringify(event))
  if (!texts) throw new TextsNeeded(event)
  return toSender ? undefined : texts
}
