/** A log, an output for metrics or a hook that fails stops nothing and takes no error's place. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Log, type Options, SenderError, type SenderErrorCode } from '@herald/sender'
import { container, context, eventOf, service } from './place.ts'

const code = (wanted: SenderErrorCode) => (error: unknown) => {
  assert.ok(error instanceof SenderError, String(error))
  assert.equal(error.code, wanted)
  return true
}

const throwing = () => {
  throw new Error('the disk is full')
}
const rejecting = (): never => Promise.reject(new Error('the collector is away')) as never
const logOf = (line: () => never): Log => ({ debug: line, info: line, warn: line, error: line })

const broken: Record<string, Options> = {
  'a log that throws': { log: logOf(throwing) },
  'a log whose promises reject': { log: logOf(rejecting) },
  'a log without its members': { log: {} as Log },
  'an output that throws': { write: throwing },
  'an output whose promises reject': { write: rejecting },
  'hooks that throw, and a log that throws when it is told so': {
    log: logOf(throwing),
    on: { accepted: throwing, denied: throwing, failed: throwing },
  },
  'hooks whose promises reject': { on: { accepted: rejecting, denied: rejecting, failed: rejecting } },
}

for (const [what, options] of Object.entries(broken)) {
  test(`${what} stops no message and hides no error`, async () => {
    const mail = await service('mail')
    const place = container({
      ...options,
      email: mail.provider,
      guard: [
        { name: 'no', needsStore: false, check: ({ source }) => (source === 'ResendCode' ? { deny: 'no' } : 'allow') },
      ],
    })
    await place.handler(await eventOf('SignUp', '482913'), context())
    await place.handler(await eventOf('ResendCode', '482914'), context())
    assert.equal(mail.seen.length, 1)
    await assert.rejects(place.handler({ Records: [] }, context()), code('BadEvent'))
    await assert.rejects(place.handler(await eventOf('Unheard', '482915'), context()), code('UnhandledSource'))
    mail.behave({ status: 503 })
    await assert.rejects(place.handler(await eventOf('SignUp', '482916'), context()), code('NotDelivered'))
    await new Promise((resolve) => setImmediate(resolve))
  })
}

test('a log of a class is called as its own', async () => {
  const mail = await service('mail')
  class Lines implements Log {
    readonly lines: string[] = []
    debug(line: string) {
      this.lines.push(line)
    }
    info = this.debug
    warn = this.debug
    error = this.debug
  }
  const log = new Lines()
  await container({ email: mail.provider, log }).handler(await eventOf('SignUp', '482913'), context())
  assert.deepEqual(log.lines, ['event', 'sent'])
})
