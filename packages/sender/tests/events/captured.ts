import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ParseOptions, parseEvent, type SenderEvent } from '@herald/sender'

/** An event of a live pool, new each time. */
export const captured = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/sign-up-2023.json'), 'utf8')) as Extract<
    SenderEvent,
    { triggerSource: 'CustomEmailSender_SignUp' }
  >

export const parse = (event: unknown, options: Partial<ParseOptions> = {}) =>
  parseEvent(event, { requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef', ...options })

/** The captured event with other members at its top and in its request. */
export const changed = (members: object, request: object = {}) => {
  const event = captured()
  return { ...event, ...members, request: { ...event.request, ...request } }
}
