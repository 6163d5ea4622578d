import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, linkLabel, type Message, sizeText } from '../src/page/message.ts'
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
const report = message({
  to: 'ops@example.com',
  text: 'Nothing to see',
  state: 'queued',
  channel: 'sms',
  attachments: [{ name: 'a.pdf', contentType: 'application/pdf', size: 1, kept: true }],
})

const cases: [query: string, welcome: boolean, report: boolean][] = [
  ['', true, true],
  ['jane', true, false],
  ['TO:jane', true, false],
  ['to:example', true, true],
  ['source:signup to:jane', true, false],
  ['source:signup to:ops', false, false],
  ['has:code', true, false],
  ['has:attachment', false, true],
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

const sizes: [bytes: number, text: string][] = [
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9949, '9.9 kB'],
  [9999, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [41_943_040, '42 MB'],
]

for (const [bytes, text] of sizes)
  test(`${bytes} bytes are ${text}`, () => {
    assert.equal(sizeText(bytes), text)
  })

test('a link says whether it confirms a subscription of this Herald', () => {
  assert.equal(linkLabel('http://127.0.0.1:4566/_herald/sns/confirm?TopicArn=x&Token=y'), 'Confirm subscription')
  assert.equal(linkLabel('https://example.com/?x=/_herald/sns/confirm?'), 'Open link')
})

const codes: [text: string, code: string | undefined][] = [
  ['Your code is 482913.', '482913'],
  ['Open http://127.0.0.1:4566/_herald/sns/unsubscribe?SubscriptionArn=a%3A1234-5678', undefined],
  ['Open http://127.0.0.1:4566/confirm?user=jane&code=482913 now', '482913'],
  ['482913 or http://127.0.0.1:4566/?code=111111', '482913'],
]

for (const [text, code] of codes)
  test(`the code in ${JSON.stringify(text)}`, () => {
    assert.equal(codeOf(message({ text })), code)
  })
