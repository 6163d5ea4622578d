import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  DeleteIdentityCommand,
  GetAccountSendingEnabledCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  ListConfigurationSetsCommand,
  ListIdentitiesCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
  SendRawEmailCommand,
  VerifyDomainIdentityCommand,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses'
import {
  CreateEmailIdentityCommand,
  DeleteEmailIdentityCommand,
  GetAccountCommand,
  GetEmailIdentityCommand,
  ListEmailIdentitiesCommand,
  SendEmailCommand as SendEmailV2Command,
} from '@aws-sdk/client-sesv2'
import { openCaptured } from './captured-place.ts'

const simple = (changes: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  Source: 'Us <us@example.com>',
  Destination: { ToAddresses: ['jane@example.com'], CcAddresses: ['omar@example.com'] },
  Message: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Code 123456' }, Html: { Data: '<b>123456</b>' } } },
  ...changes,
})

describe('the first API of SES', () => {
  test('sends a mail into the inbox, joined to what caused it', async (t) => {
    const { sesV1, inbox, asSender } = await openCaptured(t)
    const id = await asSender()
    const { MessageId } = await sesV1.send(new SendEmailCommand(simple()))
    assert.match(MessageId ?? '', /^0100[0-9a-f]{12}-/)
    const message = await inbox.get(id)
    assert.deepEqual(
      [message?.to, message?.from, message?.subject, message?.text, message?.html, message?.trigger?.code],
      ['jane@example.com, omar@example.com', 'Us <us@example.com>', 'Hello', 'Code 123456', '<b>123456</b>', '123456'],
    )
    assert.equal(message?.trace.at(-1)?.detail, 'SES SendEmail')
  })

  test('sends a raw mail with its attachments', async (t) => {
    const { sesV1, inbox } = await openCaptured(t)
    const lines = [
      'From: us@example.com',
      'To: jane@example.com',
      'Subject: Terms',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See below',
      '--b',
      'Content-Type: application/pdf; name=terms.pdf',
      'Content-Disposition: attachment',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('%PDF').toString('base64'),
      '--b--',
    ]
    const Data = Buffer.from(lines.join('\r\n'))
    await sesV1.send(new SendRawEmailCommand({ RawMessage: { Data }, Destinations: ['omar@example.com'] }))
    const [message] = (await inbox.list({})).messages
    assert.deepEqual([message?.to, message?.subject, message?.text], ['omar@example.com', 'Terms', 'See below'])
    assert.deepEqual(message?.attachments, [{ name: 'terms.pdf', contentType: 'application/pdf', size: 4, kept: true }])
    await assert.rejects(sesV1.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from('') } })), {
      name: 'MessageRejected',
    })
  })

  const broken: [name: string, input: SendEmailCommandInput, message: RegExp][] = [
    ['no domain', simple({ Destination: { ToAddresses: ['jane'] } }), /^Missing final '@domain'$/],
    ['a sender that is none', simple({ Source: 'us' }), /^Missing final '@domain'$/],
  ]
  for (const [name, input, message] of broken)
    test(`refuses ${name}`, async (t) => {
      const { sesV1, inbox } = await openCaptured(t)
      await assert.rejects(sesV1.send(new SendEmailCommand(input)), { name: 'InvalidParameterValue', message })
      assert.deepEqual((await inbox.list({})).messages, [])
    })

  test('says of the rest that it is not built yet', async (t) => {
    const { sesV1 } = await openCaptured(t)
    await assert.rejects(sesV1.send(new ListConfigurationSetsCommand({})), /ListConfigurationSets.*not built/s)
  })
})

describe('identities', () => {
  test('count as verified once they are set up, by either API', async (t) => {
    const { ses, sesV1 } = await openCaptured(t)
    await sesV1.send(new VerifyEmailIdentityCommand({ EmailAddress: 'us@example.com' }))
    await sesV1.send(new VerifyEmailIdentityCommand({ EmailAddress: 'us@example.com' }))
    const domain = await sesV1.send(new VerifyDomainIdentityCommand({ Domain: 'Example.org' }))
    assert.match(domain.VerificationToken ?? '', /^[A-Za-z0-9+/]{43}=$/)
    const created = await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'example.net' }))
    assert.deepEqual(
      [created.IdentityType, created.VerifiedForSendingStatus, created.DkimAttributes?.Tokens?.length],
      ['DOMAIN', true, 3],
    )
    await assert.rejects(ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'us@example.com' })), {
      name: 'AlreadyExistsException',
    })
    const all = await sesV1.send(new ListIdentitiesCommand({}))
    assert.deepEqual(all.Identities, ['example.net', 'example.org', 'us@example.com'])
    const domains = await sesV1.send(new ListIdentitiesCommand({ IdentityType: 'Domain' }))
    assert.deepEqual(domains.Identities, ['example.net', 'example.org'])
    const listed = await ses.send(new ListEmailIdentitiesCommand({}))
    assert.deepEqual(
      listed.EmailIdentities?.map(({ IdentityName, SendingEnabled }) => [IdentityName, SendingEnabled]),
      [
        ['example.net', true],
        ['example.org', true],
        ['us@example.com', true],
      ],
    )
    const addresses = await ses.send(new ListEmailIdentitiesCommand({ Filter: { IDENTITY_TYPE: 'EMAIL_ADDRESS' } }))
    assert.deepEqual(
      addresses.EmailIdentities?.map(({ IdentityName }) => IdentityName),
      ['us@example.com'],
    )
    const { VerificationAttributes } = await sesV1.send(
      new GetIdentityVerificationAttributesCommand({ Identities: ['us@example.com', 'nobody@example.com'] }),
    )
    assert.deepEqual(VerificationAttributes, { 'us@example.com': { VerificationStatus: 'Success' } })
    const read = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: 'EXAMPLE.org' }))
    assert.deepEqual([read.VerificationStatus, read.DkimAttributes?.Status], ['SUCCESS', 'SUCCESS'])
    await ses.send(new DeleteEmailIdentityCommand({ EmailIdentity: 'example.org' }))
    await assert.rejects(ses.send(new GetEmailIdentityCommand({ EmailIdentity: 'example.org' })), {
      name: 'NotFoundException',
    })
    await sesV1.send(new DeleteIdentityCommand({ Identity: 'example.net' }))
    await sesV1.send(new DeleteIdentityCommand({ Identity: 'example.net' }))
    assert.deepEqual((await sesV1.send(new ListIdentitiesCommand({}))).Identities, ['us@example.com'])
  })

  test('that cannot be are refused', async (t) => {
    const { ses, sesV1 } = await openCaptured(t)
    for (const EmailIdentity of ['nonsense', '@example.com', 'a b@example.com', '-.com'])
      await assert.rejects(ses.send(new CreateEmailIdentityCommand({ EmailIdentity })), { name: 'BadRequestException' })
    await assert.rejects(sesV1.send(new VerifyDomainIdentityCommand({ Domain: 'us@example.com' })), {
      name: 'InvalidParameterValue',
    })
    await assert.rejects(ses.send(new ListEmailIdentitiesCommand({ NextToken: 'x' })), { name: 'BadRequestException' })
  })

  test('belong to an account in good standing', async (t) => {
    const { ses, sesV1 } = await openCaptured(t)
    const account = await ses.send(new GetAccountCommand({}))
    assert.deepEqual([account.ProductionAccessEnabled, account.SendingEnabled], [true, true])
    assert.equal((await sesV1.send(new GetSendQuotaCommand({}))).Max24HourSend, 50_000)
    assert.equal((await sesV1.send(new GetAccountSendingEnabledCommand({}))).Enabled, true)
  })
})

test('the second API of SES takes attachments beside text and HTML', async (t) => {
  const { ses, inbox } = await openCaptured(t)
  const Attachments = [
    { FileName: 'logo.png', RawContent: Buffer.from([1]), ContentId: 'logo', ContentDisposition: 'INLINE' as const },
    { FileName: 'a.unknown', RawContent: Buffer.from([1, 2]), ContentType: 'text/x-thing' },
  ]
  const Simple = { Subject: { Data: 's' }, Body: { Html: { Data: '<img src="cid:logo">' } }, Attachments }
  await ses.send(
    new SendEmailV2Command({
      FromEmailAddress: 'us@example.com',
      Destination: { ToAddresses: ['jane@example.com'] },
      Content: { Simple },
    }),
  )
  const [message] = (await inbox.list({})).messages
  assert.deepEqual(message?.attachments, [
    { name: 'logo.png', contentType: 'image/png', size: 1, contentId: 'logo', inline: true, kept: true },
    { name: 'a.unknown', contentType: 'text/x-thing', size: 2, kept: true },
  ])
})
