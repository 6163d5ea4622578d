import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSender, type Options, smsToEmail } from '@herald/sender'
import { keepTag, matchesAny } from '../../src/sandbox/recipients.ts'
import { container, context, eventOf, service } from '../pipeline/place.ts'

const phone = '+4915123456789'
const sms = () => eventOf('Authentication', '482913', { phone }, { kind: 'sms' })

test('every e-mail goes to one address, which keeps the recipient’s tag and is told whom it was for', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider, sandbox: { to: { email: 'team@dev.acme.dev' } } })
  const person = { email: 'jane.doe+run-7@mail.acme.dev', name: '<b>jane</b>' }
  await place.handler(await eventOf('SignUp', '482913', person), context())
  const [sent] = mail.posts()
  assert.equal(sent!.to, 'team+run-7@dev.acme.dev')
  assert.match(sent!.subject!, /^\[Sandbox\] /)
  assert.match(
    sent!.text,
    /^\[Sandbox\] E-mail for jane\.doe\+run-7@mail\.acme\.dev · SignUp · user <b>jane<\/b> · locale en\n/,
  )
  assert.match(sent!.text, /482913/)
  assert.match(sent!.html!, /<body[^>]*><p style="[^"]+">\[Sandbox\] E-mail for jane\.doe\+run-7@/)
  assert.match(sent!.html!, /user &lt;b&gt;jane&lt;\/b&gt;/)
  assert.doesNotMatch(sent!.html!, /user <b>/)
  place.isClean(['482913'], [person.email, 'team+run-7@dev.acme.dev', 'team@dev.acme.dev'])
})

test('who is excepted gets their own messages, without a banner', async () => {
  const mail = await service('mail')
  const except = ['*@acme.dev', '+4915*']
  const place = container({
    email: mail.provider,
    sms: mail.provider,
    sandbox: { to: { email: 'team@dev.acme.dev' }, except },
  })
  await place.handler(await eventOf('SignUp', '482913', { email: 'Jane@ACME.dev' }), context())
  await place.handler(await eventOf('SignUp', '482914', { email: 'jane@acme.dev.evil.test' }), context())
  await place.handler(await sms(), context())
  assert.deepEqual(
    mail.posts().map(({ to }) => to),
    ['Jane@ACME.dev', 'team@dev.acme.dev', phone],
  )
  assert.doesNotMatch(mail.posts()[0]!.text, /Sandbox/)
})

test('an excepted recipient whose channel has no provider is told of, and not passed over', async () => {
  const mail = await service('mail', { channels: ['email'] })
  const sandbox = { to: { email: 'team@dev.acme.dev' }, except: ['+4915*'] }
  const place = container({ email: mail.provider, sandbox })
  await assert.rejects(place.handler(await sms(), context()), {
    name: 'SenderError',
    code: 'Configuration',
    message: 'The sandbox excepts the recipient, and sms messages have no provider. Set the option sms.',
  })
  assert.equal(mail.seen.length, 0)
  assert.equal(place.metric('Failed'), 1)
  place.isClean(['482913'], [phone])
  await place.handler(await eventOf('Authentication', '482914', { phone: '+447700900123' }, { kind: 'sms' }), context())
  assert.equal(mail.posts()[0]!.to, 'team@dev.acme.dev')
})

test('an inbox does not keep what is excepted from it', async () => {
  const inbox = await service('inbox')
  const place = container({ sandbox: { to: { provider: inbox.provider }, except: ['*@mail.acme.dev'] } })
  await assert.rejects(place.handler(await eventOf('SignUp', '482913'), context()), /Set the option email/)
  assert.equal(inbox.seen.length, 0)
})

test('smsToEmail sends SMS as e-mail and leaves e-mail alone, with no SMS provider at all', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider, sandbox: smsToEmail('team@dev.acme.dev') })
  await place.handler(await sms(), context())
  await place.handler(await eventOf('SignUp', '482914'), context())
  const [redirected, usual] = mail.posts()
  assert.equal(redirected!.to, 'team@dev.acme.dev')
  assert.equal(redirected!.subject, '[Sandbox] SMS: Authentication')
  assert.match(redirected!.text, /SMS for \+4915123456789 · Authentication/)
  assert.equal(usual!.to, 'jane.doe@mail.acme.dev')
  place.isClean(['482913', '482914'], [phone, 'jane.doe@mail.acme.dev', 'team@dev.acme.dev'])
})

test('a Slack channel and an SNS topic get the words with the banner', async () => {
  const [chat, topic] = [await service('chat'), await service('topic')]
  chat.behave({ status: 200, body: 'ok' })
  const slacking = container({ sandbox: { to: { slack: `${chat.url}/services/T0/B0/x` } } })
  await slacking.handler(await eventOf('SignUp', '482913'), context())
  assert.match(JSON.parse(chat.only().body).text, /\[Sandbox\] E-mail for jane\.doe@mail\.acme\.dev[\s\S]*482913/)
  process.env.AWS_ENDPOINT_URL_SNS = topic.url
  topic.behave({
    status: 200,
    body: '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
  })
  const snsTopicArn = 'arn:aws:sns:eu-west-1:123456789012:auth-sandbox'
  const publishing = container({ sandbox: smsToEmail({ snsTopicArn }), email: chat.provider })
  await publishing.handler(await sms(), context())
  delete process.env.AWS_ENDPOINT_URL_SNS
  const published = new URLSearchParams(topic.only().body)
  assert.equal(published.get('TopicArn'), snsTopicArn)
  assert.match(published.get('Message')!, /SMS for \+4915123456789[\s\S]*482913/)
  slacking.isClean(['482913'])
  publishing.isClean(['482913'], [phone])
})

test('Herald’s inbox gets both channels as they are, addressed to their recipients', async () => {
  const herald = await service('herald')
  const kept = process.env.AWS_ENDPOINT_URL
  process.env.AWS_ENDPOINT_URL = herald.url
  const place = container({ sandbox: { to: 'inbox' } })
  if (kept === undefined) delete process.env.AWS_ENDPOINT_URL
  else process.env.AWS_ENDPOINT_URL = kept
  herald.behave(({ path }) =>
    path === '/v2/email/outbound-emails'
      ? { status: 200, body: { MessageId: 'ses-1' } }
      : {
          status: 200,
          body: '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
        },
  )
  await place.handler(await eventOf('SignUp', '482913'), context())
  await place.handler(await sms(), context())
  const [mail, text] = herald.seen
  assert.match(mail!.body, /"ToAddresses":\["jane\.doe@mail\.acme\.dev"\]/)
  assert.doesNotMatch(mail!.body, /Sandbox/)
  assert.equal(new URLSearchParams(text!.body).get('PhoneNumber'), phone)
})

test('a sandbox does not start on a production stage, unless forced', async () => {
  const mail = await service('mail')
  const make = (more: object) => () =>
    createSender({ email: mail.provider, sandbox: { to: { email: 'team@dev.acme.dev' }, ...more } } satisfies Options)
  try {
    for (const stage of ['prod', 'PROD', 'production']) {
      process.env.STAGE = stage
      assert.throws(make({}), { name: 'SenderError', code: 'Configuration' })
      assert.doesNotThrow(make({ force: true }))
    }
    process.env.STAGE = 'preprod'
    assert.doesNotThrow(make({}))
    process.env.STAGE = 'prod'
    assert.doesNotThrow(() => createSender({ email: mail.provider, sandbox: false }))
  } finally {
    delete process.env.STAGE
  }
  assert.throws(
    () => createSender({ sms: mail.provider, sandbox: smsToEmail('team@dev.acme.dev') }),
    /needs the option email/,
  )
})

test('what the guard denies stays denied in a sandbox', async () => {
  const mail = await service('mail')
  const guard = [{ name: 'no', needsStore: false, check: () => ({ deny: 'no' }) }]
  const place = container({ email: mail.provider, guard, sandbox: { to: { email: 'team@dev.acme.dev' } } })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.equal(mail.seen.length, 0)
})

test('patterns match whole addresses, with stars for any characters', () => {
  assert.ok(matchesAny('jane@acme.dev', ['bob@*', 'j*e@*.dev']))
  assert.ok(matchesAny('+4915123', ['+4915*']))
  assert.ok(!matchesAny('jane@acme.dev.evil.test', ['*@acme.dev']))
  assert.ok(!matchesAny('jane@acme.dev', ['acme.dev', '']))
  assert.ok(!matchesAny('ab', ['ab*ab']))
  assert.ok(!matchesAny(`${'a'.repeat(50_000)}!`, [`${'a*'.repeat(200)}b`]))
})

test('a tag is kept behind the target’s own', () => {
  assert.equal(keepTag('team@acme.dev', 'jane+a.b@mail.dev'), 'team+a.b@acme.dev')
  assert.equal(keepTag('team+qa@acme.dev', 'jane+a@mail.dev'), 'team+qa+a@acme.dev')
  assert.equal(keepTag('team@acme.dev', 'jane@mail.dev'), 'team@acme.dev')
  assert.equal(keepTag('team@acme.dev', phone), 'team@acme.dev')
})
