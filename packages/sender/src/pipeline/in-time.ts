import { SenderError, type SenderErrorCode } from '../errors.ts'
import type { Run } from './run.ts'

/**
 * Does a step that may hang, until the message's time is over: then the step is left behind, and what it comes to does
 * not count any more. With no time left it is not begun.
 * @param step what an error calls it.
 * @param code of the error where the step was begun.
 * @throws {SenderError} `NotDelivered`, or `code`, when there was no time left; what the step throws.
 */
export async function inTime<T>(
  { signal }: Pick<Run, 'signal'>,
  step: string,
  begin: () => T | PromiseLike<T>,
  code: SenderErrorCode = 'NotDelivered',
): Promise<T> {
  if (signal.aborted) throw new SenderError('NotDelivered', `No time was left to begin ${step}.`)
  let stop = () => {}
  const over = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new SenderError(code, `No time was left for ${step}, which had not ended.`))
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([begin(), over])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
