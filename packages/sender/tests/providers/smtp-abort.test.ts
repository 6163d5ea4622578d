import assert from 'node:assert/strict'
import { once } from 'node:events'
import { registerHooks } from 'node:module'
import type { Socket } from 'node:net'
import { describe, test } from 'node:test'
import { smtp } from '../../src/providers/smtp.ts'
import { contextOf, mail, messageOf } from './contract.ts'
import { startTalker, type Talk, talk } from './smtp-talker.ts'

const older = import.meta.resolve('./nodemailer-without-signal.ts')
registerHooks({
  resolve: (name, context, next) =>
    name === 'nodemailer' && context.parentURL !== older ? { url: older, shortCircuit: true } : next(name, context),
})

const from = 'Acme <no-reply@acme.dev>'
const to = 'jane@example.com'

/** Does to a line what the server does, and keeps the connection on which it was said. */
function hanging(at: RegExp, then: () => void) {
  const held: { socket?: Socket } = {}
  const answer: Talk = (line, socket) => {
    if (!at.test(line)) return talk(line)
    held.socket = socket
    setImmediate(then)
    return undefined
  }
  return { held, answer }
}

describe('SMTP with a nodemailer that knows no signal', () => {
  for (const [name, at] of [
    ['the recipient', /^RCPT/],
    ['the beginning of the message', /^DATA/],
  ] as const) {
    test(`an answer to ${name} that comes after the abort does not send the message`, async (t) => {
      const context = contextOf()
      const { held, answer } = hanging(at, context.abort)
      const { port, lines } = await startTalker(t, answer)
      const outcome = await smtp({ host: '127.0.0.1', port, from }).send(to, mail, messageOf({ to }), context)
      assert.deepEqual(outcome, { status: 'retry', reason: 'no answer in time' })
      const { socket } = held
      const closed = once(socket!, 'close')
      const more = once(socket!, 'data')
      socket!.write(at.test('DATA') ? '354 go on\r\n' : '250 ok\r\n')
      await Promise.race([closed, more])
      assert.match(lines.at(-1)!, at, 'nothing was said after the abort')
    })
  }

  test('no answer to the whole message in time leaves it open, and closes the connection', async (t) => {
    const context = contextOf()
    const { held, answer } = hanging(/^\.$/, context.abort)
    const { port } = await startTalker(t, answer)
    const outcome = await smtp({ host: '127.0.0.1', port, from }).send(to, mail, messageOf({ to }), context)
    assert.deepEqual(outcome, { status: 'unknown', reason: 'no answer in time' })
    if (!held.socket!.closed) await once(held.socket!, 'close')
  })

  test('a message that was not written to its end is not there for the server, and is to be repeated', async (t) => {
    const context = contextOf()
    const held: { socket?: Socket } = {}
    const { port, lines } = await startTalker(t, (line, socket) => {
      if (lines.includes('DATA') && line !== 'DATA' && held.socket === undefined) {
        held.socket = socket.pause()
        setImmediate(context.abort)
      }
      return talk(line)
    })
    const large = { ...mail, text: `${'x'.repeat(70)}\n`.repeat(150_000) }
    const outcome = await smtp({ host: '127.0.0.1', port, from }).send(to, large, messageOf({ to }), context)
    assert.deepEqual(outcome, { status: 'retry', reason: 'no answer in time' })
    // Broken off, it may end with an error, which is no matter here.
    const closed = new Promise((resolve) => held.socket!.once('close', resolve))
    held.socket!.resume()
    await closed
    assert.ok(lines.length > lines.indexOf('DATA') + 1 && !lines.includes('.'))
  })

  test('a server that greets too late hears nothing', async (t) => {
    const context = contextOf()
    const { port, lines, server } = await startTalker(t, talk, '')
    const connected = once(server, 'connection') as Promise<[Socket]>
    const sending = smtp({ host: '127.0.0.1', port, from }).send(to, mail, messageOf({ to }), context)
    const [socket] = await connected
    context.abort()
    assert.deepEqual(await sending, { status: 'retry', reason: 'no answer in time' })
    const heard = Promise.race([once(socket, 'close'), once(socket, 'data')])
    socket.write('220 ready\r\n')
    await heard
    assert.deepEqual(lines, [])
  })

  test('an abort before there is a connection leaves none', async (t) => {
    const { port, lines } = await startTalker(t, (line) => (line === '.' ? '250 ok' : talk(line)))
    const provider = smtp({ host: '127.0.0.1', port, from })
    const context = contextOf()
    const sending = provider.send(to, mail, messageOf({ to }), context)
    context.abort()
    assert.deepEqual(await sending, { status: 'retry', reason: 'no answer in time' })
    // Whatever the first had begun would have been said before the second was through.
    assert.equal((await provider.send(to, mail, messageOf({ to }), contextOf())).status, 'accepted')
    assert.equal(lines.filter((line) => line.startsWith('EHLO')).length, 1)
  })

  test('a server that never begins TLS is given up after the time for the connection', async (t) => {
    const { port } = await startTalker(t, () => undefined, '')
    const provider = smtp({ host: '127.0.0.1', port, from, secure: true, connectTimeoutMs: 50 })
    assert.deepEqual(await provider.send(to, mail, messageOf({ to }), contextOf()), {
      status: 'retry',
      reason: 'SMTP connection failed (ETIMEDOUT)',
    })
  })

  test('a check that ran out of time closes its connection', async (t) => {
    const context = contextOf()
    const { held, answer } = hanging(/^EHLO/, context.abort)
    const { port } = await startTalker(t, answer)
    const result = await smtp({ host: '127.0.0.1', port, from }).check!(context)
    assert.deepEqual(result, { ok: false, detail: 'no answer in time' })
    if (!held.socket!.closed) await Promise.race([once(held.socket!, 'close'), once(held.socket!, 'data')])
    assert.ok(held.socket!.closed || held.socket!.readableEnded)
  })
})
