import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, type TestContext, test } from 'node:test'
import { createClock, systemRandomness } from '@herald/environment'
import { createInbox, inboxCollections, newTraceRoot } from '@herald/inbox'
import { createSmtpCapture, type SmtpCaptureOptions } from '@herald/smtp'
import { createVault, openSqliteStore } from '@herald/storage'
import { createTransport, type SendMailOptions } from 'nodemailer'

async function openPlace(t: TestContext, options: Partial<SmtpCaptureOptions> = {}) {
  const environment = { clock: createClock(), random: systemRandomness }
  const store = await openSqliteStore({ folder: undefined, collections: inboxCollections })
  const inbox = createInbox({ store, vault: createVault(Buffer.alloc(32, 7)), environment })
  const trouble: unknown[] = []
  const smtp = createSmtpCapture({ inbox, onTrouble: (error) => trouble.push(error), ...options })
  const port = await smtp.listen({ host: '127.0.0.1', port: 0 })
  t.after(async () => {
    await smtp.close()
    inbox.close()
    await store.close()
    assert.deepEqual(trouble, [])
  })
  return {
    inbox,
    port,
    ca: smtp.certificate,
    async send(mail: SendMailOptions, settings: object = {}) {
      const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, ...settings })
      try {
        return await transport.sendMail({ from: 'us@example.com', to: 'jane@example.com', ...mail })
      } finally {
        transport.close()
      }
    },
    async queue(secret: string) {
      const id = newTraceRoot(environment)
      await store.transaction((tx) =>
        inbox.queued(tx, {
          id,
          channel: 'email',
          to: 'jane@example.com',
          trigger: { source: 'CustomEmailSender_SignUp', userPoolId: 'p', userName: 'jane' },
          secret,
          steps: [],
        }),
      )
      return id
    },
  }
}

describe('a mail by SMTP', () => {
  test('lands in the inbox with everything that is in it', async (t) => {
    const { inbox, send } = await openPlace(t)
    const { response } = await send({
      from: 'Jürgen <us@example.com>',
      to: ['Jane <jane@example.com>', 'omar@example.com'],
      bcc: 'audit@example.com',
      subject: 'Grüße ✓',
      text: 'Grüße',
      html: '<p>Grüße <img src="cid:logo"></p>',
      attachments: [
        { filename: 'Übersicht.csv', content: 'a;b' },
        { filename: 'logo.png', content: Buffer.from([137, 80, 78, 71]), cid: 'logo' },
      ],
    })
    const [message] = (await inbox.list({})).messages
    assert.equal(response, `250 Captured as ${message?.id}`)
    assert.deepEqual(
      [message?.to, message?.from, message?.subject, message?.text, message?.html],
      [
        'jane@example.com, omar@example.com, audit@example.com',
        'Jürgen <us@example.com>',
        'Grüße ✓',
        'Grüße',
        '<p>Grüße <img src="cid:logo"></p>',
      ],
    )
    assert.deepEqual(
      message?.attachments?.map(({ name, contentType, size, contentId }) => [name, contentType, size, contentId]),
      [
        ['logo.png', 'image/png', 4, 'logo'],
        ['Übersicht.csv', 'text/csv', 3, undefined],
      ],
    )
    assert.equal((await inbox.attachment(message?.id ?? '', 1))?.content?.toString(), 'a;b')
  })

  for (const authMethod of ['PLAIN', 'LOGIN'])
    test(`comes over STARTTLS that the client verifies, with AUTH ${authMethod} and any credentials`, async (t) => {
      const { inbox, ca, send } = await openPlace(t)
      const settings = { ignoreTLS: false, requireTLS: true, tls: { ca }, authMethod, auth: { user: 'x', pass: 'y' } }
      await send({ text: 'secure' }, settings)
      assert.equal((await inbox.list({})).messages[0]?.text, 'secure')
    })

  test('belongs to the message whose code it shows', async (t) => {
    const { inbox, queue, send } = await openPlace(t)
    const id = await queue('123456')
    await send({ html: '<b>123456</b>' })
    const message = await inbox.get(id)
    assert.deepEqual([message?.state, message?.trigger?.code], ['delivered', '123456'])
    assert.equal(message?.trace.at(-1)?.detail, 'SMTP')
  })

  test('belongs to what the function works on whose credentials it comes with', async (t) => {
    const traces = new Map<string, string>()
    const { inbox, queue, send } = await openPlace(t, {
      traceOf: (user, password) => (password === 'session' ? traces.get(user) : undefined),
    })
    const id = await queue('123456')
    traces.set('ASIAFUNCTION', id)
    await send({ text: 'no code' }, { auth: { user: 'ASIAFUNCTION', pass: 'wrong' } })
    assert.equal((await inbox.get(id))?.state, 'queued')
    await send({ text: 'no code' }, { auth: { user: 'ASIAFUNCTION', pass: 'session' } })
    assert.equal((await inbox.get(id))?.state, 'delivered')
  })

  test('needs the right password where one is asked for, and TLS for it', async (t) => {
    const { inbox, ca, send } = await openPlace(t, { authenticate: (_user, password) => password === 'token' })
    const tls = { ignoreTLS: false, requireTLS: true, tls: { ca } }
    await assert.rejects(send({ text: 'x' }), { responseCode: 530 })
    await assert.rejects(send({ text: 'x' }, { auth: { user: 'a', pass: 'token' } }))
    await assert.rejects(send({ text: 'x' }, { ...tls, auth: { user: 'a', pass: 'b' } }), { responseCode: 535 })
    assert.deepEqual((await inbox.list({})).messages, [])
    await send({ text: 'x' }, { ...tls, auth: { user: 'a', pass: 'token' } })
    assert.equal((await inbox.list({})).messages.length, 1)
  })

  test('beyond 40 MB is refused', async (t) => {
    const { inbox, send } = await openPlace(t)
    const attachments = [{ filename: 'large', content: Buffer.alloc(31 * 1024 * 1024) }]
    await assert.rejects(send({ text: 'x', attachments }), { responseCode: 552 })
    await send({ text: 'small' })
    assert.equal((await inbox.list({})).messages.length, 1)
  })
})

describe('a broken client', () => {
  async function talk(port: number, lines: string): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('error', () => {})
    await once(socket, 'data')
    socket.end(lines)
    await once(socket, 'close')
    return said
  }

  test('is answered, and takes nothing down', async (t) => {
    const { inbox, port, send } = await openPlace(t)
    assert.match(await talk(port, 'NONSENSE\r\nQUIT\r\n'), /^220 .*\r\n50\d /)
    assert.match(await talk(port, `EHLO ${'x'.repeat(100_000)}\r\n`), /^220 /)
    assert.match(await talk(port, 'EHLO x\r\nSTARTTLS\r\nnot a handshake\r\n'), /220 /)
    const headless = 'EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n'
    await talk(port, headless)
    assert.deepEqual((await inbox.list({})).messages, [])
    await send({ text: 'well' })
    assert.equal((await inbox.list({})).messages.length, 1)
  })

  test('gets a taken port as an error to be told of', async (t) => {
    const { port, inbox } = await openPlace(t)
    const second = createSmtpCapture({ inbox })
    await assert.rejects(second.listen({ host: '127.0.0.1', port }), { code: 'EADDRINUSE' })
    await second.close()
  })
})
