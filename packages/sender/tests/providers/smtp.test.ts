import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, type TestContext, test } from 'node:test'
import { selfSigned } from '@herald/smtp'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { type SmtpOptions, smtp } from '../../src/providers/smtp.ts'
import { code, contextOf, key, mail, messageOf } from './contract.ts'
import { refusingUrl } from './fake-service.ts'
import { startTalker, type Talk, talk } from './smtp-talker.ts'

const from = 'Acme <no-reply@acme.dev>'
const to = 'jane@example.com'
const password = 'password-of-acme'

interface Received {
  from: string
  to: string[]
  source: Buffer
}

/** A real SMTP server without TLS, which takes every message unless the options say otherwise. */
async function startServer(t: TestContext, options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks),
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  t.after(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return {
    received,
    port,
    provider: (more: Partial<SmtpOptions> = {}) => smtp({ host: '127.0.0.1', port, from, ...more }),
  }
}

/** A provider of a server that speaks by hand. */
async function talkTo(t: TestContext, answer: Talk) {
  const { port } = await startTalker(t, answer)
  return smtp({ host: '127.0.0.1', port, from })
}

/** Refuses by a reply in nodemailer's own server. */
function refusal(responseCode: number, message: string) {
  return Object.assign(new Error(message), { responseCode })
}

const send = async (provider: ReturnType<typeof smtp>, context = contextOf()) => {
  const outcome = await provider.send(to, mail, messageOf({ to }), context)
  for (const hidden of [to, code, password]) assert.doesNotMatch(JSON.stringify(outcome), new RegExp(hidden))
  return outcome
}

describe('SMTP', () => {
  test('delivers both parts to the recipient, under an id that follows from the key', async (t) => {
    const { received, provider } = await startServer(t)
    const outcome = await send(provider({ replyTo: 'help@acme.dev', headers: { 'X-Entity': 'codes' } }))
    const id = `<${key.slice(0, 40)}@acme.dev>`
    assert.deepEqual(outcome, { status: 'accepted', id })
    assert.equal(received.length, 1)
    assert.deepEqual([received[0]!.from, received[0]!.to], ['no-reply@acme.dev', [to]])
    const parsed = await PostalMime.parse(received[0]!.source)
    assert.deepEqual(parsed.from, { name: 'Acme', address: 'no-reply@acme.dev' })
    assert.equal(parsed.subject, mail.subject)
    assert.equal(parsed.text?.trim(), mail.text)
    assert.equal(parsed.html?.trim(), mail.html)
    assert.equal(parsed.messageId, id)
    const headers = Object.fromEntries(parsed.headers.map((header) => [header.key, header.value]))
    assert.deepEqual(
      [headers['reply-to'], headers['auto-submitted'], headers['x-entity']],
      ['help@acme.dev', 'auto-generated', 'codes'],
    )
  })

  test('logs in, and a login that fails is the account’s fault', async (t) => {
    const users: string[] = []
    const { received, provider } = await startServer(t, {
      authOptional: false,
      onAuth({ username, password: given }, _session, done) {
        users.push(`${username} ${given === password}`)
        if (given === password) done(null, { user: username })
        else done(new Error('Invalid username or password'))
      },
    })
    assert.equal((await send(provider({ user: 'acme', password }))).status, 'accepted')
    assert.deepEqual([users, received.length], [['acme true'], 1])
    const wrong = await send(provider({ user: 'acme', password: 'other' }))
    assert.deepEqual(wrong, { status: 'drop', reason: 'SMTP 535 to AUTH', account: true })
    const none = await send(provider())
    assert.deepEqual(none.status === 'drop' && none.account, true)
  })

  const refusals: [string, number, string, SMTPServerOptions, object][] = [
    [
      'a recipient that does not exist',
      550,
      '5.1.1 no such user',
      rcpt(),
      { status: 'drop', reason: 'SMTP 550 5.1.1 to RCPT TO' },
    ],
    [
      'a server that does not relay',
      554,
      'Relay access denied',
      rcpt(),
      { status: 'drop', reason: 'SMTP 554 to RCPT TO', account: true },
    ],
    ['a greylisted recipient', 451, 'try later', rcpt(), { status: 'retry', reason: 'SMTP 451 to RCPT TO' }],
    [
      'a sender that is not allowed',
      553,
      'not yours',
      mailFrom(),
      { status: 'drop', reason: 'SMTP 553 to MAIL FROM', account: true },
    ],
    ['a message taken for spam', 554, 'spam', data(), { status: 'drop', reason: 'SMTP 554 to DATA' }],
    ['a full queue after the message', 452, 'no storage', data(), { status: 'retry', reason: 'SMTP 452 to DATA' }],
  ]
  let refused = refusal(550, '')
  function rcpt(): SMTPServerOptions {
    return { onRcptTo: (_address, _session, done) => done(refused) }
  }
  function mailFrom(): SMTPServerOptions {
    return { onMailFrom: (_address, _session, done) => done(refused) }
  }
  function data(): SMTPServerOptions {
    return {
      onData(stream, _session, done) {
        stream.resume()
        stream.on('end', () => done(refused))
      },
    }
  }
  for (const [name, responseCode, message, options, expected] of refusals) {
    test(`${name} (${responseCode})`, async (t) => {
      refused = refusal(responseCode, `${message}: ${to}`)
      const { provider } = await startServer(t, options)
      assert.deepEqual(await send(provider()), expected)
    })
  }

  test('a connection that is refused is to be repeated', async () => {
    const port = Number(new URL(await refusingUrl()).port)
    const outcome = await send(smtp({ host: '127.0.0.1', port, from }))
    assert.equal(outcome.status, 'retry')
  })

  test('a connection that breaks before the message is to be repeated', async (t) => {
    const provider = await talkTo(t, (line, socket) => {
      if (line === 'DATA') return void socket.destroy()
      return talk(line)
    })
    assert.equal((await send(provider)).status, 'retry')
  })

  test('a connection that breaks after the message leaves it open', async (t) => {
    const provider = await talkTo(t, (line, socket) => {
      if (line === '.') return void socket.destroy()
      return talk(line)
    })
    assert.equal((await send(provider)).status, 'unknown')
  })

  test('no answer to the message in time leaves it open, and closes the connection', async (t) => {
    const context = contextOf()
    let closed: Promise<unknown> = Promise.resolve()
    const provider = await talkTo(t, (line, socket) => {
      if (line === '.') {
        closed = once(socket, 'close')
        setImmediate(context.abort)
      }
      return talk(line)
    })
    assert.deepEqual(await send(provider, context), { status: 'unknown', reason: 'no answer in time' })
    await closed
  })

  test('no answer to the recipient in time is to be repeated', async (t) => {
    const context = contextOf()
    const provider = await talkTo(t, (line) => {
      if (!line.startsWith('RCPT')) return talk(line)
      setImmediate(context.abort)
      return undefined
    })
    assert.deepEqual(await send(provider, context), { status: 'retry', reason: 'no answer in time' })
  })

  test('nothing is said in the clear to a server that is elsewhere, nor to one whose certificate nobody vouches for', async (t) => {
    const { port, received } = await startServer(t)
    const required = await send(smtp({ host: '127.0.0.1', port, from, requireTls: true, user: 'acme', password }))
    assert.deepEqual(required, { status: 'drop', reason: 'SMTP 500 to STARTTLS', account: true })
    assert.equal(received.length, 0)
    const encrypted = await startServer(t, { disabledCommands: [] })
    const outcome = await send(encrypted.provider({ requireTls: true, user: 'acme', password }))
    assert.equal(outcome.status, 'retry')
    assert.equal(encrypted.received.length, 0)
  })

  for (const [name, secure] of [
    ['STARTTLS', false],
    ['TLS from the first byte', true],
  ] as const) {
    test(`${name}: sends to who has a certificate of the own authority, and to nobody else`, async (t) => {
      const { certificate, key: privateKey } = selfSigned(Date.now())
      const tls = { secure, disabledCommands: [], cert: certificate, key: privateKey }
      const { received, provider } = await startServer(t, tls)
      assert.equal((await send(provider({ secure, requireTls: true }))).status, 'retry')
      assert.equal(received.length, 0)
      assert.equal((await send(provider({ secure, requireTls: true, ca: certificate }))).status, 'accepted')
      assert.equal(received.length, 1)
    })

    test(`${name}: an answer to the recipient that comes after the abort does not send the message`, async (t) => {
      const context = contextOf()
      const { certificate, key: privateKey } = selfSigned(Date.now())
      let answer: () => void = () => {}
      const closed = Promise.withResolvers<void>()
      const { received, provider } = await startServer(t, {
        ...{ secure, disabledCommands: [], cert: certificate, key: privateKey },
        onRcptTo(_address, _session, done) {
          answer = done
          setImmediate(context.abort)
        },
        onClose: () => closed.resolve(),
      })
      const outcome = await send(provider({ secure, requireTls: true, ca: certificate }), context)
      assert.deepEqual(outcome, { status: 'retry', reason: 'no answer in time' })
      answer()
      await closed.promise
      assert.equal(received.length, 0)
    })
  }

  test('sends to one recipient only, and not without time', async (t) => {
    const { received, provider } = await startServer(t)
    const list = await provider().send('a@example.com, b@example.com', mail, messageOf(), contextOf())
    assert.equal(list.status, 'drop')
    const late = contextOf()
    late.abort()
    assert.equal((await send(provider(), late)).status, 'retry')
    assert.equal(received.length, 0)
  })

  test('its check logs in and sends nothing', async (t) => {
    const { received, provider } = await startServer(t, {
      onAuth: ({ password: given }, _session, done) =>
        given === password ? done(null, { user: 'acme' }) : done(new Error('no')),
    })
    assert.deepEqual(await provider({ user: 'acme', password }).check!(contextOf()), { ok: true })
    const wrong = await provider({ user: 'acme', password: 'other' }).check!(contextOf())
    assert.deepEqual(wrong, { ok: false, detail: 'SMTP 535 to AUTH' })
    assert.equal(received.length, 0)
  })
})
