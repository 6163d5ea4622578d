import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sesV2 } from '../../src/providers/ses-v2.ts'
import { secretKey } from './aws-environment.ts'
import { contextOf, mail, messageOf, providerContract } from './contract.ts'
import { startFakeService } from './fake-service.ts'
import { openLocalAws } from './local-aws-place.ts'

const from = 'Acme <no-reply@mail.acme.dev>'
const to = 'jane@example.com'
const error = (status: number, name: string, message = `About ${to}`) => ({
  answer: { status, headers: { 'x-amzn-errortype': name }, body: { message } },
})

providerContract('SES', {
  provider: (endpoint) => sesV2({ from, replyTo: 'help@acme.dev', endpoint, region: 'eu-west-1' }),
  to,
  body: mail,
  wire: {
    method: 'POST',
    path: '/v2/email/outbound-emails',
    headers: { authorization: /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/ses\// },
    json: {
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      ReplyToAddresses: ['help@acme.dev'],
      ConfigurationOverrides: { Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' } },
      Content: {
        Simple: {
          Subject: { Data: mail.subject, Charset: 'UTF-8' },
          Body: { Text: { Data: mail.text, Charset: 'UTF-8' }, Html: { Data: mail.html, Charset: 'UTF-8' } },
        },
      },
    },
  },
  accepted: {
    answer: { status: 200, body: { MessageId: '0102-ses' } },
    outcome: { status: 'accepted', id: '0102-ses' },
  },
  answers: {
    'too many messages': {
      ...error(429, 'TooManyRequestsException'),
      outcome: { status: 'retry', reason: 'TooManyRequestsException', http: 429 },
    },
    'a request that came too slowly': {
      ...error(408, 'RequestTimeoutException'),
      outcome: { status: 'retry', reason: 'RequestTimeoutException', http: 408 },
    },
    'a limit of the account': {
      ...error(400, 'LimitExceededException'),
      outcome: { status: 'retry', reason: 'LimitExceededException', http: 400 },
    },
    'a message that SES rejects': {
      ...error(400, 'MessageRejected'),
      outcome: { status: 'drop', reason: 'MessageRejected', http: 400 },
    },
    'an address that is not verified': {
      ...error(400, 'MessageRejected', `Email address is not verified. The following identities failed: ${to}`),
      outcome: { status: 'drop', reason: 'MessageRejected', http: 400, account: true },
    },
    'a malformed recipient': {
      ...error(400, 'BadRequestException', 'Domain contains illegal character'),
      outcome: { status: 'drop', reason: 'BadRequestException', http: 400 },
    },
    'a suspended account': {
      ...error(400, 'AccountSuspendedException'),
      outcome: { status: 'drop', reason: 'AccountSuspendedException', http: 400, account: true },
    },
    'a domain that is not verified': {
      ...error(400, 'MailFromDomainNotVerifiedException'),
      outcome: { status: 'drop', reason: 'MailFromDomainNotVerifiedException', http: 400, account: true },
    },
    'sending that is paused': {
      ...error(400, 'SendingPausedException'),
      outcome: { status: 'drop', reason: 'SendingPausedException', http: 400, account: true },
    },
    'a configuration set that does not exist': {
      ...error(404, 'NotFoundException'),
      outcome: { status: 'drop', reason: 'NotFoundException', http: 404, account: true },
    },
  },
  bodyDecides: true,
  secrets: [secretKey],
})

describe('SES', () => {
  test('gets what the account set, leaves links alone, and encodes a name of other letters', async () => {
    const service = await startFakeService()
    const provider = sesV2({
      from: 'Bäcker & Söhne, Überall in Österreich und anderswo <no-reply@acme.dev>',
      endpoint: service.url,
      configurationSet: 'codes',
      identityArn: 'arn:aws:ses:eu-west-1:123456789012:identity/acme.dev',
      tags: ({ source }) => ({ source }),
    })
    const html = '<a href="https://acme.dev">x</a><A\nhref="y">y</A><a ses:no-track href="z">z</a><abbr>a</abbr>'
    await provider.send(to, { subject: 'Line\r\nbreak', text: 'T', html }, messageOf(), contextOf())
    await service.close()
    const sent = JSON.parse(service.only().body)
    const names = /^(.*) <no-reply@acme\.dev>$/.exec(sent.FromEmailAddress)![1]!.split(' ')
    const decoded = names.map((word) => Buffer.from(/^=\?UTF-8\?B\?(.+)\?=$/.exec(word)![1]!, 'base64').toString())
    assert.equal(decoded.join(''), 'Bäcker & Söhne, Überall in Österreich und anderswo')
    assert.ok(names.length > 1 && names.every((word) => word.length <= 75))
    assert.equal(sent.ConfigurationSetName, 'codes')
    assert.equal(sent.FromEmailAddressIdentityArn, 'arn:aws:ses:eu-west-1:123456789012:identity/acme.dev')
    assert.deepEqual(sent.EmailTags, [{ Name: 'source', Value: 'SignUp' }])
    assert.equal(sent.Content.Simple.Subject.Data, 'Line break')
    assert.equal(
      sent.Content.Simple.Body.Html.Data,
      '<a ses:no-track href="https://acme.dev">x</a><a ses:no-track\nhref="y">y</A><a ses:no-track href="z">z</a><abbr>a</abbr>',
    )
  })

  test('is found by the environment alone', async () => {
    const service = await startFakeService()
    service.behave({ status: 200, body: { MessageId: 'm-1' } })
    process.env.AWS_ENDPOINT_URL = service.url
    try {
      const outcome = await sesV2({ from: '"Acme, Inc." <no-reply@acme.dev>' }).send(to, mail, messageOf(), contextOf())
      assert.deepEqual(outcome, { status: 'accepted', id: 'm-1' })
      assert.equal(JSON.parse(service.only().body).FromEmailAddress, '"Acme, Inc." <no-reply@acme.dev>')
    } finally {
      delete process.env.AWS_ENDPOINT_URL
      await service.close()
    }
  })

  test('reaches the inbox of Herald, which takes what AWS takes', async (t) => {
    const { url, inbox } = await openLocalAws(t)
    const provider = sesV2({ from, endpoint: url, tags: { kind: 'code' } })
    const outcome = await provider.send(to, mail, messageOf({ to }), contextOf())
    assert.equal(outcome.status, 'accepted')
    const [message] = (await inbox.list({ channel: 'email' })).messages
    assert.deepEqual([message?.to, message?.subject, message?.text], [to, mail.subject, mail.text])
  })

  test('sends to one recipient only', async () => {
    const outcome = await sesV2({ from }).send('a@example.com,b@example.com', mail, messageOf(), contextOf())
    assert.equal(outcome.status, 'drop')
  })

  test('its check looks at the account and at the identity of the sender, up to its domain', async () => {
    const service = await startFakeService()
    const check = () => sesV2({ from, endpoint: service.url }).check!(contextOf())
    const answers = (account: object, identities: Record<string, boolean>) =>
      service.behave(({ path }) => {
        if (path === '/v2/email/account') return { status: 200, body: account }
        const identity = decodeURIComponent(path.slice('/v2/email/identities/'.length))
        if (identity in identities) return { status: 200, body: { VerifiedForSendingStatus: identities[identity] } }
        return error(404, 'NotFoundException').answer
      })
    const ready = { SendingEnabled: true, ProductionAccessEnabled: true }
    try {
      answers(ready, { 'acme.dev': true })
      assert.deepEqual(await check(), { ok: true, detail: 'the identity acme.dev is verified' })
      answers(ready, { 'no-reply@mail.acme.dev': true })
      assert.deepEqual(await check(), { ok: true, detail: 'the identity of the sender is verified' })
      answers(ready, { 'mail.acme.dev': false })
      assert.deepEqual(await check(), { ok: false, detail: 'the identity of the sender is not verified' })
      answers(ready, {})
      assert.deepEqual(await check(), { ok: false, detail: 'the sender has no identity in SES' })
      answers({ ...ready, ProductionAccessEnabled: false }, { 'acme.dev': true })
      assert.match((await check()).detail ?? '', /sandbox/)
      answers({ ...ready, SendingEnabled: false }, { 'acme.dev': true })
      assert.deepEqual(await check(), { ok: false, detail: 'sending is paused for the account' })
      service.behave(error(403, 'AccessDeniedException').answer)
      assert.deepEqual(await check(), { ok: false, detail: 'AccessDeniedException' })
    } finally {
      await service.close()
    }
  })
})
