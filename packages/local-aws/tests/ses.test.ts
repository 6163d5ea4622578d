import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ListContactListsCommand, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2'
import { openCaptured } from './captured-place.ts'

const simple = (changes: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  FromEmailAddress: 'Us <us@example.com>',
  Destination: { ToAddresses: ['jane@example.com'] },
  Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Code 123456' } } } },
  ...changes,
})

const raw = (text: string, changes: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  Content: { Raw: { Data: Buffer.from(text.replaceAll('\n', '\r\n')) } },
  ...changes,
})

describe('SES v2 SendEmail', () => {
  test('puts a mail into the inbox', async (t) => {
    const { ses, inbox } = await openCaptured(t)
    const { MessageId } = await ses.send(new SendEmailCommand(simple()))
    assert.match(MessageId ?? '', /^0100[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-000000$/)
    const [message] = (await inbox.list({})).messages
    assert.deepEqual(message, {
      id: message?.id,
      at: '2026-09-01T12:00:00.000Z',
      state: 'delivered',
      channel: 'email',
      to: 'jane@example.com',
      from: 'Us <us@example.com>',
      subject: 'Hello',
      text: 'Code 123456',
    })
  })

  test("joins it to the pool's message whose trace it carries", async (t) => {
    const { ses, inbox, asSender } = await openCaptured(t)
    const id = await asSender()
    await ses.send(new SendEmailCommand(simple()))
    const message = await inbox.get(id)
    assert.deepEqual([message?.state, message?.trigger?.code], ['delivered', '123456'])
    assert.equal(message?.trace.at(-1)?.detail, 'SES v2 SendEmail')
  })

  test('makes one message of a send to several, each of whom finds it', async (t) => {
    const { ses, inbox } = await openCaptured(t)
    const Destination = {
      ToAddresses: ['Jane <jane@example.com>', 'omar@example.com'],
      CcAddresses: ['jane@example.com'],
      BccAddresses: ['audit@example.com'],
    }
    await ses.send(new SendEmailCommand(simple({ Destination })))
    for (const to of ['omar@example.com', 'audit@example.com']) {
      const { messages } = await inbox.list({ to })
      assert.deepEqual(
        messages.map((message) => message.to),
        ['jane@example.com, omar@example.com, audit@example.com'],
      )
    }
  })

  test('reads a raw message: parts, encodings, charsets and encoded words', async (t) => {
    const { ses, inbox } = await openCaptured(t)
    await ses.send(
      new SendEmailCommand(
        raw(`From: =?UTF-8?Q?J=C3=BCrgen?= <us@example.com>
To: "Doe, Jane" <jane@example.com>
Cc: omar@example.com
Subject: =?UTF-8?B?R3LDvMOfZQ==?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Gr=FC=DFe, 123=
456
--inner
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PHA+R3LDvMOfZTwvcD4=
--inner--
--outer
Content-Type: text/plain; name=a.txt
Content-Disposition: attachment; filename=a.txt

attached
--outer--
`),
      ),
    )
    const [message] = (await inbox.list({})).messages
    assert.equal(message?.from, 'Jürgen <us@example.com>')
    assert.equal(message.to, 'jane@example.com, omar@example.com')
    assert.equal(message.subject, 'Grüße')
    assert.equal(message.text, 'Grüße, 123456')
    assert.equal(message.html, '<p>Grüße</p>')
  })

  test('lets the destination and sender of the call go before those of a raw message', async (t) => {
    const { ses, inbox } = await openCaptured(t)
    const text = 'From: a@example.com\nTo: b@example.com\nSubject: s\n\nx\n'
    const changes = { FromEmailAddress: 'c@example.com', Destination: { ToAddresses: ['d@example.com'] } }
    await ses.send(new SendEmailCommand(raw(text, changes)))
    const [message] = (await inbox.list({})).messages
    assert.deepEqual([message?.from, message?.to], ['c@example.com', 'd@example.com'])
  })

  const many = Array.from({ length: 51 }, (_, i) => `u${i}@example.com`)
  const broken: [name: string, input: SendEmailCommandInput, error: string, message: RegExp][] = [
    ['no destination', simple({ Destination: {} }), 'BadRequestException', /at least one destination/],
    ['51 recipients', simple({ Destination: { ToAddresses: many } }), 'BadRequestException', /exceeds 50/],
    ['no domain', simple({ Destination: { ToAddresses: ['jane'] } }), 'BadRequestException', /Missing final '@domain'/],
    [
      'an empty domain',
      simple({ Destination: { ToAddresses: ['jane@'] } }),
      'BadRequestException',
      /Missing final '@domain'/,
    ],
    [
      'a space in the local part',
      simple({ Destination: { ToAddresses: ['j n@x.example'] } }),
      'BadRequestException',
      /control or whitespace/,
    ],
    ['no sender', simple({ FromEmailAddress: undefined }), 'BadRequestException', /sender is missing/],
    [
      'no body',
      simple({ Content: { Simple: { Subject: { Data: 's' }, Body: {} } } }),
      'BadRequestException',
      /Text or Html/,
    ],
    ['no content', simple({ Content: {} }), 'BadRequestException', /exactly one/],
    [
      'two contents',
      simple({ Content: { ...simple().Content, Template: { TemplateName: 't' } } }),
      'BadRequestException',
      /exactly one/,
    ],
    [
      'a template that is not there',
      simple({ Content: { Template: { TemplateName: 't' } } }),
      'NotFoundException',
      /^Template t does not exist$/,
    ],
    ['a raw message that is none', raw(''), 'MessageRejected', /cannot be read/],
    ['a raw message to nobody', raw('From: a@example.com\n\nx'), 'BadRequestException', /at least one destination/],
  ]
  for (const [name, input, error, message] of broken) {
    test(`refuses ${name}`, async (t) => {
      const { ses, inbox } = await openCaptured(t)
      await assert.rejects(ses.send(new SendEmailCommand(input)), { name: error, message })
      assert.deepEqual((await inbox.list({})).messages, [])
    })
  }

  test('says of the rest of SES that it is not built yet', async (t) => {
    const { ses } = await openCaptured(t)
    await assert.rejects(ses.send(new ListContactListsCommand({})), /ListContactLists.*not built/s)
  })
})
