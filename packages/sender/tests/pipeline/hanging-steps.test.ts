/** What hangs is left behind at the deadline: the claim is given back, so that Lambda's retry can send the message. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memory, type Options, SenderError } from '@herald/sender'
import { liteDecryptor } from '@herald/sender/lite'
import { type Container, container, context, eventOf, keyArn, kms, service } from './place.ts'

/** A step that hangs while `hangs` is true, and says when it was begun. */
function step() {
  let begun = () => {}
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  const state = {
    hangs: true,
    started,
    async run<T>(value: T): Promise<T> {
      begun()
      return state.hangs ? new Promise<T>(() => {}) : value
    },
  }
  return state
}

/** Has a step hang until the deadline, which frees the claim; then it answers, and the same event is sent. */
async function hangsThenSends(
  options: (at: ReturnType<typeof step>) => Options,
  event: unknown,
  code: string,
  says: RegExp,
): Promise<Container> {
  const at = step()
  const place = container({ store: memory(), ...options(at) })
  const sending = assert.rejects(place.handler(event, context(6000)), (error: unknown) => {
    assert.ok(error instanceof SenderError, String(error))
    assert.equal(error.code, code)
    assert.match(error.message, says)
    return true
  })
  await at.started
  place.clock.advance(5000)
  await sending
  at.hangs = false
  await place.handler(event, context())
  assert.equal(place.metric('Accepted'), 1)
  return place
}

const signUp = () => eventOf('SignUp', '482913')

test('a decryption that hangs is given up at the deadline', async () => {
  const mail = await service('mail')
  const open = liteDecryptor({ keyArn, endpoint: kms.url })
  const place = await hangsThenSends(
    (at) => ({
      email: mail.provider,
      decryptor: async (event) => {
        await at.run(undefined)
        return open(event)
      },
    }),
    await signUp(),
    'DecryptFailed',
    /No time was left for decrypting/,
  )
  assert.equal(place.metric('DecryptError'), 1)
})

test('an override that hangs is given up at the deadline', async () => {
  const mail = await service('mail')
  await hangsThenSends(
    (at) => ({ email: mail.provider, overrides: { SignUp: () => at.run('default' as const) } }),
    await signUp(),
    'NotDelivered',
    /No time was left for the override for SignUp/,
  )
})

test('a look-up that hangs is given up at the deadline, whether it heeds the signal or not', async () => {
  const mail = await service('mail')
  const event = await eventOf('AccountTakeOverNotification', null)
  const { email: _, ...userAttributes } = event.request.userAttributes
  await hangsThenSends(
    (at) => ({ email: mail.provider, lookUpUser: () => at.run({ email: 'jane.doe@mail.acme.dev' }) }),
    { ...event, request: { ...event.request, userAttributes } },
    'NotDelivered',
    /No time was left for looking up the user/,
  )
})

test('templates that hang are given up at the deadline', async () => {
  const mail = await service('mail')
  await hangsThenSends(
    (at) => ({ email: mail.provider, templates: { render: () => at.run({ subject: 'Code', text: '482913' }) } }),
    await signUp(),
    'NotDelivered',
    /No time was left for rendering SignUp by email/,
  )
})

test('what comes after the deadline from a step that hung changes nothing', async () => {
  const mail = await service('mail')
  const at = step()
  let fail = (_error: Error) => {}
  const late = new Promise<never>((_resolve, reject) => {
    fail = reject
  })
  const place = container({
    email: mail.provider,
    overrides: { SignUp: () => Promise.race([at.run('default' as const), late]) },
  })
  const sending = assert.rejects(place.handler(await signUp(), context(6000)), /No time was left/)
  await at.started
  place.clock.advance(5000)
  await sending
  fail(new Error('too late'))
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual([place.metric('Failed'), mail.seen.length], [1, 0])
})
