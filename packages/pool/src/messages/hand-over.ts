import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { dataKeysOf } from './data-key.ts'
import { deliverByDefault } from './default-delivery.ts'
import { senderArn } from './enqueue.ts'
import { customSenderEvent } from './event.ts'
import { htmlEscaped } from './html-escaped.ts'
import type { MessageDoc } from './message.ts'

/** A hand-over that failed, and at which stage. */
export class HandOverError extends Error {
  override name = 'HandOverError'
  readonly stage: string

  constructor(stage: string, cause: unknown) {
    super(explained(cause), { cause })
    this.stage = stage
  }
}

/** AWS's name of the error before its words. */
const explained = (cause: unknown) => {
  const { code, name, message } = cause as { code?: unknown; name?: unknown; message?: string }
  const what = typeof code === 'string' ? code : name
  return typeof what === 'string' && what !== 'Error' ? `${what}: ${message}` : String(message ?? cause)
}

async function at<T>(stage: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new HandOverError(stage, cause)
  }
}

/**
 * Hands a message to the pool's custom sender of its channel, or, where the pool has none (any more), to default delivery.
 * @throws {HandOverError}
 */
export async function handOver(context: PoolContext, pool: PoolDoc, message: MessageDoc): Promise<void> {
  const secret = await at('open', async () =>
    context.vault.open('message', message.sealedSecret, message.id).toString(),
  )
  const functionArn = senderArn(pool, message.channel)
  const keyArn = pool.settings.LambdaConfig?.KMSKeyID
  if (!functionArn || !keyArn) {
    await context.inbox.step(message.id, { stage: 'default-delivery', outcome: 'started' }, 'invoking')
    return at('default-delivery', () => deliverByDefault(context, pool, message, secret))
  }
  const aws = context.aws(pool.arn, pool.region)
  const plaintext = message.reason === 'AdminCreateUser' ? htmlEscaped(secret) : secret
  const notice = message.reason === 'AccountTakeOverNotification' ? JSON.parse(secret) : undefined
  const sealedCode = notice
    ? null
    : await at('encrypt', () =>
        context.cryptography.sealMessage({ plaintext, userPoolId: pool.id }, dataKeysOf(aws, keyArn)),
      )
  const steps = [
    ...(notice ? [] : [{ stage: 'encrypt', outcome: 'ok', detail: `under ${keyArn}`, plain: true } as const]),
    { stage: 'invoke', outcome: 'started', detail: functionArn, plain: true } as const,
  ]
  // Begun together, so that they share a commit; the steps of a message keep their order by themselves.
  const told = context.inbox.step(message.id, steps, 'invoking')
  const invoked = at('invoke', () =>
    aws.call(
      'lambda',
      'Invoke',
      {
        FunctionName: functionArn,
        InvocationType: 'Event',
        Payload: Buffer.from(JSON.stringify(customSenderEvent(message, pool.region, sealedCode, notice))),
      },
      { headers: { 'x-amzn-trace-id': `Root=${message.id}` } },
    ),
  )
  await Promise.allSettled([told, invoked])
  await invoked
}
