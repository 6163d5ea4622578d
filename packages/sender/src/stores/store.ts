/** What is remembered between invocations. Bodies and addresses are not. */
export interface Store {
  /**
   * Takes the right to send a message. `mine`: send it. `done`: it was sent. `busy`: another invocation has it in hand.
   * @param leaseS seconds after which the right lapses if neither `done` nor `release` was called.
   */
  claim(key: string, leaseS: number): Promise<'mine' | 'done' | 'busy'>
  /** It was sent; remembered for an hour. */
  done(key: string): Promise<void>
  /** It was not sent: a later invocation may. */
  release(key: string): Promise<void>
  /**
   * Counts one event in a bucket and says which in its window it is, from 1. A window begins with its first event.
   * @param windowS in seconds.
   * @param once names the event: within the window the same name is counted once and keeps its place, so that Lambda's
   *   retry of a message uses up nothing. A store that ignores it counts retries as events of their own.
   */
  hit(bucket: string, windowS: number, once?: string): Promise<number>
}
