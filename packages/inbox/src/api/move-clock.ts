import type { Clock } from '@herald/environment'
import { ApiError } from './answer.ts'
import { parseDuration } from './duration.ts'

const LATEST = Date.UTC(9999, 11, 31)
const HOW = 'Give one of {"advance":"61m"}, {"set":"2030-01-01T00:00:00Z"} or {"reset":true}.'

/**
 * `POST /clock`: moves what the domain calls time.
 * @returns the new time.
 * @throws {ApiError} 400 for a body that does not say exactly one thing.
 */
export function moveClock(clock: Clock, body: Record<string, unknown>): { now: string } {
  const names = Object.keys(body)
  if (names.length !== 1) throw new ApiError(400, HOW)
  if (typeof body.advance === 'string') {
    const by = parseDuration(body.advance)
    if (by === undefined) throw new ApiError(400, 'advance must be a duration like "61m", "1h30m" or "20s".')
    if (clock.now() + by > LATEST) throw new ApiError(400, 'That is beyond the year 9999.')
    clock.advance(by)
  } else if (typeof body.set === 'string') {
    const to = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(body.set) ? Date.parse(body.set) : Number.NaN
    if (!(to >= 0 && to <= LATEST)) throw new ApiError(400, 'set must be an ISO 8601 time like "2030-01-01T00:00:00Z".')
    clock.set(to)
  } else if (body.reset === true) clock.reset()
  else throw new ApiError(400, HOW)
  return { now: new Date(clock.now()).toISOString() }
}
