/** Messages that wait to be handed over again, while what they carry is used or replaced. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Setting, start } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { type Began, createMoodySender, poolOfMoodySender } from './setting/moody-sender.ts'
import { app } from './setting/people.ts'
import { told, untilStep } from './setting/trace.ts'

const minute = 60_000
const gone = 'invoke abandoned: the code is no longer good: it was used, or replaced by a newer one'

/** Signs jane up while the sender is missing. @returns the message that waits, with its code as the inbox shows it. */
async function waiting(setting: Setting, pool: Awaited<ReturnType<typeof poolOfMoodySender>>) {
  await app(setting, pool).signUp('jane', { email: 'jane@example.com' })
  const { id, trigger } = await untilStep(setting, undefined, 'invoke retrying')
  return { id, code: trigger?.code ?? '' }
}

for (const [what, supersede] of [
  ['used', (jane: ReturnType<typeof app>, code: string) => jane.confirm('jane', code)],
  ['replaced', (jane: ReturnType<typeof app>) => jane.resend('jane')],
] as const) {
  test(`a message whose code was ${what} meanwhile is not tried again`, async (t) => {
    const setting = await start(t)
    const pool = await poolOfMoodySender(setting)
    const { id, code } = await waiting(setting, pool)
    await supersede(app(setting, pool), code)
    const began = await createListener<Began>(t)
    await createMoodySender(setting, pool.keyArn, began.url)
    setting.advance(minute)
    const message = await untilStep(setting, id, 'invoke abandoned')
    assert.equal(told(message).at(-1), gone)
    assert.ok(began.received.every(({ event }) => event.triggerSource !== 'CustomEmailSender_SignUp'))
  })
}
