/** When something was tried, newest last; only the current hour. */
export interface LimitDoc {
  tries: number[]
  expiresAt: number
}
