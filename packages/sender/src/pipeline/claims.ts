import { SenderError } from '../errors.ts'
import type { Options } from '../options.ts'
import { nameOf, type Run } from './run.ts'

/** Seconds by which a lease outlives the work, so that it never lapses while the work goes on. */
const leaseBeyondS = 5
/** Milliseconds for which the store is waited for at most: one that hangs is one that does not answer. */
const storeMs = 2000
/** Milliseconds that Lambda has between the last answer and the end of the function. */
const lambdaMs = 100

/** Whether a message may go out while the store, or a rule that counts in it, does not answer. */
function storePolicy({ whenStoreFails = 'open' }: Options, kind: 'email' | 'sms'): 'open' | 'closed' {
  return typeof whenStoreFails === 'string' ? whenStoreFails : (whenStoreFails[kind] ?? 'open')
}

/** One message is claimed once by each trigger: what was sent by e-mail may still be due by SMS. */
const claimOf = ({ event }: Run) => `${event.key}#${event.kind}`

/**
 * Takes the right to send the message.
 * @returns `duplicate` where it was sent already.
 * @throws {SenderError} `Busy` while another invocation has it in hand, so that Lambda comes again; `StoreFailed`.
 */
export async function claim(run: Run): Promise<'mine' | 'duplicate'> {
  const { setup, deadline, began } = run
  const leaseS = Math.ceil(Math.max(deadline - began, 0) / 1000) + leaseBeyondS
  let answer: 'mine' | 'done' | 'busy'
  try {
    answer = await within(run, deadline, setup.store.claim(claimOf(run), leaseS))
  } catch (error) {
    storeFailed(run, 'claim', error)
    return 'mine'
  }
  if (answer === 'done') return 'duplicate'
  if (answer === 'mine') return 'mine'
  throw new SenderError('Busy', 'Another invocation has this message in hand. Lambda tries again when that has ended.')
}

/**
 * Says how the claim ended. What the store answers changes nothing any more: the message is out, or will be tried again.
 * The store is told whatever time is left, and waited for as long as the function itself has.
 */
export async function settle(run: Run, end: 'done' | 'release'): Promise<void> {
  try {
    await within(run, run.ends - lambdaMs, run.setup.store[end](claimOf(run)))
  } catch (error) {
    run.measure({ StoreError: 1 })
    run.log.error('store failed', { at: end, error: nameOf(error) })
  }
}

/** @throws {SenderError} `StoreFailed`, where messages may not go out without the store. */
export function storeFailed(run: Run, at: string, error: unknown): void {
  const policy = storePolicy(run.setup.options, run.event.kind)
  run.measure({ StoreError: 1 })
  run.log.error('store failed', { at, policy, error: nameOf(error) })
  if (policy === 'open') return
  throw new SenderError('StoreFailed', `The store did not answer (${at}), and no message goes out without it.`, error)
}

/**
 * Waits for an answer for two seconds, and not beyond a time; one that is there already counts even then.
 * @param until milliseconds since 1970.
 * @throws {Error} when the answer takes too long.
 */
export async function within<T>({ setup }: Pick<Run, 'setup'>, until: number, answer: Promise<T>): Promise<T> {
  let cancel = () => {}
  const ms = Math.max(0, Math.min(storeMs, until - setup.now()))
  const late = new Promise<never>((_resolve, reject) => {
    cancel = setup.timer(ms, () => reject(new DOMException('no answer in time', 'TimeoutError')))
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    cancel()
  }
}
