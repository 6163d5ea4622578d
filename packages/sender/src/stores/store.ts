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
  /** Counts one event in a bucket and says how many there were in the window. @param windowS in seconds. */
  hit(bucket: string, windowS: number): Promise<number>
}
