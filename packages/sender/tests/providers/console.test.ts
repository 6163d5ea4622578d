import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskAddress } from '../../src/observe/mask.ts'
import { printToConsole } from '../../src/providers/console.ts'
import { Secret } from '../../src/secret.ts'
import { code, contextOf, mail, messageOf } from './contract.ts'

const environment = {}

test('the console shows a message with code and recipient masked', async () => {
  const lines: string[] = []
  const provider = printToConsole({ write: (line) => lines.push(line), environment })
  const outcome = await provider.send('jane@example.com', mail, messageOf(), contextOf())
  assert.deepEqual(outcome, { status: 'accepted', id: 'console-5f5f5f5f' })
  assert.deepEqual(lines, [
    '— SignUp to j***@example.com',
    'Subject: Confirm your e-mail address',
    'Your code is ••••••. Grüße!',
  ])
})

test('the console masks a number, and shows everything where it is asked to', async () => {
  const lines: string[] = []
  const write = (line: string) => lines.push(line)
  await printToConsole({ write, environment }).send('+4915112345678', { text: code }, messageOf(), contextOf())
  await printToConsole({ write, environment, reveal: true }).send('+49151', { text: code }, messageOf(), contextOf())
  assert.deepEqual(lines, ['— SignUp to +49***78', '••••••', '— SignUp to +49151', code])
})

test('the console masks a code that is set with gaps, and a password within a link', async () => {
  const lines: string[] = []
  const provider = printToConsole({ write: (line) => lines.push(line), environment })
  await provider.send('+49151', { text: '493 817, 493-817, 4938170' }, messageOf(), contextOf())
  const message = messageOf({ secret: new Secret('a+b (c)$&') })
  await provider.send(
    '+49151',
    { text: `a+b (c)$& https://acme.dev?p=${encodeURIComponent('a+b (c)$&')}` },
    message,
    contextOf(),
  )
  assert.deepEqual(
    lines.filter((line) => !line.startsWith('—')),
    ['••••••, ••••••, ••••••0', '••••••••• https://acme.dev?p=•••••••••'],
  )
})

test('the console masks recipients as the logs do', async () => {
  for (const to of ['jane@example.com', '+4915112345678', '+49151', '😀jane@example.com', 'U024BE7LH', '@acme.dev']) {
    const lines: string[] = []
    await printToConsole({ write: (line) => lines.push(line), environment }).send(to, mail, messageOf(), contextOf())
    assert.equal(lines[0], `— SignUp to ${maskAddress(to)}`)
  }
})

test('the console is refused in production', () => {
  for (const environment of [{ STAGE: 'prod' }, { STAGE: 'Production' }, { NODE_ENV: 'production' }]) {
    assert.throws(() => printToConsole({ environment }), /not for production/)
  }
  assert.doesNotThrow(() => printToConsole({ environment: { STAGE: 'dev', NODE_ENV: 'production' } }))
})
