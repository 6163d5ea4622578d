import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '../src/page/message.ts'
import { searchFor } from '../src/page/search.ts'

const message = (changes: Partial<Message>): Message => ({
  id: 'x',
  at: '2026-09-01T12:00:00.000Z',
  state: 'delivered',
  channel: 'email',
  to: 'jane@example.com',
  ...changes,
})

const welcome = message({
  subject: 'Welcome to Aurora',
  trigger: { source: 'CustomEmailSender_SignUp', userPoolId: 'eu-west-1_A', userName: 'jane', code: '123456' },
})
const report = message({ to: 'ops@example.com', text: 'Nothing to see', state: 'queued', channel: 'sms' })

const cases: [query: string, welcome: boolean, report: boolean][] = [
  ['', true, true],
  ['jane', true, false],
  ['TO:jane', true, false],
  ['to:example', true, true],
  ['source:signup to:jane', true, false],
  ['source:signup to:ops', false, false],
  ['has:code', true, false],
  ['has:nonsense', false, false],
  ['state:queued', false, true],
  ['"welcome to"', true, false],
  ['subject:"to aurora"', true, false],
  ['nothing', false, true],
  ['unknown:jane', false, false],
  ['constructor:jane', false, false],
  ['"', true, true],
  ['[', false, false],
]

for (const [query, first, second] of cases)
  test(`the search ${JSON.stringify(query)}`, () => {
    const fits = searchFor(query)
    assert.deepEqual([fits(welcome), fits(report)], [first, second])
  })
