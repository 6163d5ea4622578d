import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { failover, resend, resolveSecretish, SenderError } from '@herald/sender'
import { container, context, eventOf, service } from '../pipeline/place.ts'
import { startFakeService } from '../providers/fake-service.ts'

const aws = await startFakeService()
after(aws.close)
process.env.AWS_ENDPOINT_URL_SSM = aws.url
process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = aws.url
const stored = (value: string) =>
  aws.behave(({ headers }) => ({
    status: 200,
    body: headers['x-amz-target']!.includes('GetParameter') ? { Parameter: { Value: value } } : { SecretString: value },
  }))

test('a parameter is fetched decrypted, once for all who ask at the same time, and kept for 5 minutes', async () => {
  stored('re_first')
  aws.seen.length = 0
  let time = 1_000_000
  const now = () => time
  const all = await Promise.all(Array.from({ length: 20 }, () => resolveSecretish({ ssm: '/kept' }, now)))
  assert.deepEqual(new Set(all), new Set(['re_first']))
  const { headers, body } = aws.only()
  assert.equal(headers['x-amz-target'], 'AmazonSSM.GetParameter')
  assert.deepEqual(JSON.parse(body), { Name: '/kept', WithDecryption: true })
  stored('re_second')
  time += 299_999
  assert.equal(await resolveSecretish({ ssm: '/kept' }, now), 're_first')
  time += 1
  assert.equal(await resolveSecretish({ ssm: '/kept' }, now), 're_second')
})

test('a secret is its text, or a member of it', async () => {
  stored('{"apiKey":"re_member","empty":""}')
  assert.equal(await resolveSecretish({ secretsManager: 'whole' }), '{"apiKey":"re_member","empty":""}')
  assert.equal(await resolveSecretish({ secretsManager: 'whole', key: 'apiKey' }), 're_member')
  const configuration = { name: 'SenderError', code: 'Configuration' }
  await assert.rejects(resolveSecretish({ secretsManager: 'whole', key: 'other' }), configuration)
  await assert.rejects(resolveSecretish({ secretsManager: 'whole', key: 'empty' }), configuration)
  stored('plain text re_hidden')
  await assert.rejects(resolveSecretish({ secretsManager: 'plain', key: 'a' }), (error: unknown) => {
    assert.ok(error instanceof SenderError)
    assert.match(error.message, /plain is not JSON/)
    assert.doesNotMatch(error.message, /re_hidden/)
    return true
  })
})

test('a text is itself, and what could not be fetched is fetched again', async () => {
  assert.equal(await resolveSecretish('re_text'), 're_text')
  aws.behave({ status: 400, headers: { 'x-amzn-errortype': 'ParameterNotFound' }, body: { message: 'none' } })
  await assert.rejects(resolveSecretish({ ssm: '/late' }), /ssm \/late could not be read \(ParameterNotFound\)/)
  stored('re_late')
  assert.equal(await resolveSecretish({ ssm: '/late' }), 're_late')
})

test('a key that was rotated is fetched anew after the provider refused the old one, once', async () => {
  const mail = await service('mail')
  let valid = 're_old_1234567'
  mail.behave(({ headers }) =>
    headers.authorization === `Bearer ${valid}` ? { status: 200, body: { id: 'm' } } : { status: 401, body: {} },
  )
  const place = container({
    email: resend({ apiKey: { ssm: '/rotated' }, from: 'no-reply@acme.dev', baseUrl: mail.url }),
  })
  stored(valid)
  aws.seen.length = 0
  await place.handler(await eventOf('SignUp', '100001'), context())
  await place.handler(await eventOf('SignUp', '100002'), context())
  assert.equal(aws.seen.length, 1)
  valid = 're_new_1234567'
  stored(valid)
  place.clock.advance(1000)
  await place.handler(await eventOf('SignUp', '100003'), context())
  assert.equal(aws.seen.length, 2)
  assert.equal(place.metric('Accepted'), 3)
  valid = 're_unknown_1234'
  place.clock.advance(1000)
  mail.seen.length = 0
  await assert.rejects(place.handler(await eventOf('SignUp', '100004'), context()))
  assert.equal(mail.seen.length, 2)
  assert.equal(aws.seen.length, 3)
  place.isClean(['re_old_1234567', 're_new_1234567', '100003'])
})

test('a key that was fetched for this very message is not fetched again when it is refused', async () => {
  const mail = await service('mail')
  mail.behave({ status: 401 })
  stored('re_wrong_12345')
  aws.seen.length = 0
  const email = resend({ apiKey: { ssm: '/wrong' }, from: 'no-reply@acme.dev', baseUrl: mail.url })
  await assert.rejects(container({ email }).handler(await eventOf('SignUp', '100006'), context()))
  assert.deepEqual([aws.seen.length, mail.seen.length], [1, 1])
})

test('a provider whose key cannot be read is passed over for the next', async () => {
  const [first, mail] = [await service('first'), await service('mail')]
  aws.behave({ status: 400, headers: { 'x-amzn-errortype': 'AccessDeniedException' }, body: { message: 'no' } })
  const keyed = resend({ apiKey: { ssm: '/forbidden' }, from: 'no-reply@acme.dev', baseUrl: first.url })
  await container({ email: failover(keyed, mail.provider) }).handler(await eventOf('SignUp', '100005'), context())
  assert.deepEqual([first.seen.length, mail.seen.length], [0, 1])
})
