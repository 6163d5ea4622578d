import type { Alarm, Environment } from '@herald/environment'

/** AWS documents for topics without a policy of their own: three retries, 20 seconds apart. */
const RETRIES = 3
const BETWEEN = 20_000
/** AWS gives an endpoint 15 seconds to answer. A timeout of running work: the machine's own time. */
const LONGEST_WAIT = 15_000
/** So many wait at once; what comes beyond that is not delivered. */
const MOST_WAITING = 1000

export interface HttpDelivery {
  url: string
  type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation'
  messageId: string
  topicArn: string
  subscriptionArn: string
  body: string
  raw?: boolean
  /** Told of each outcome: `ok`, `retrying` or `failed`, and why. */
  ended?: (outcome: 'ok' | 'retrying' | 'failed', detail?: string) => void
}

export interface HttpDeliveries {
  /** Posts in the background, and again where that fails. What waits when Herald ends is lost. */
  post(delivery: HttpDelivery): void
  /** Ends what waits, and waits for what is under way. */
  close(): Promise<void>
}

export function createHttpDeliveries({ clock }: Environment): HttpDeliveries {
  const waiting = new Set<Alarm>()
  const running = new Set<Promise<void>>()
  const ending = new AbortController()

  async function attempt(delivery: HttpDelivery, failures: number): Promise<void> {
    const trouble = await send(delivery, ending.signal)
    if (ending.signal.aborted) return
    if (trouble === undefined) return delivery.ended?.('ok')
    if (failures >= RETRIES) return delivery.ended?.('failed', trouble)
    delivery.ended?.('retrying', trouble)
    const alarm = clock.alarm(clock.now() + BETWEEN, () => {
      waiting.delete(alarm)
      begin(delivery, failures + 1)
    })
    waiting.add(alarm)
  }

  function begin(delivery: HttpDelivery, failures: number): void {
    if (ending.signal.aborted) return
    if (waiting.size + running.size >= MOST_WAITING) {
      delivery.ended?.('failed', 'too many deliveries wait')
      return
    }
    const work = attempt(delivery, failures).finally(() => running.delete(work))
    running.add(work)
  }

  return {
    post: (delivery) => begin(delivery, 0),
    async close() {
      ending.abort()
      for (const alarm of waiting) alarm.cancel()
      waiting.clear()
      await Promise.all(running)
    },
  }
}

/** @returns why it failed; undefined where the endpoint took it. */
async function send(delivery: HttpDelivery, ending: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      // Another place than the one that was subscribed, and checked, gets nothing.
      redirect: 'manual',
      signal: AbortSignal.any([ending, AbortSignal.timeout(LONGEST_WAIT)]),
      headers: {
        'content-type': 'text/plain; charset=UTF-8',
        'user-agent': 'Amazon Simple Notification Service Agent',
        'x-amz-sns-message-type': delivery.type,
        'x-amz-sns-message-id': delivery.messageId,
        'x-amz-sns-topic-arn': delivery.topicArn,
        'x-amz-sns-subscription-arn': delivery.subscriptionArn,
        ...(delivery.raw && { 'x-amz-sns-rawdelivery': 'true' }),
      },
      body: delivery.body,
    })
    await response.body?.cancel()
    return response.ok ? undefined : `the endpoint answered ${response.status}`
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'the endpoint did not answer in time' : 'no connection'
  }
}
