/** examples/sender as it is deployed: every source from the call to the message, by the second provider where the first fails. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InvokeCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda'
import { waitForMessage } from '@herald/sender/testing'
import { seal, setCredentials } from '../packages/sender/tests/decrypt/seal.ts'
import { startFakeService } from '../packages/sender/tests/providers/fake-service.ts'
import { channels } from './setting/matrix-place.ts'
import { sources } from './setting/matrix-sources.ts'
import { allMessages, refusal } from './setting/people.ts'
import { type ExamplePlace, examplePlace, setRisk } from './setting/sender-example.ts'
import { sourceFiles } from './setting/sources.ts'
import { told, until, untilStep } from './setting/trace.ts'

setCredentials()

const [byMail, bySms] = channels

/** Numbers of Germany, which the example allows. @param number below 1000 */
const german = (number: number) => `+49151234${String(number).padStart(5, '0')}`

/** The sources that have a secret, each with a person whose number the example sends to. */
const withSecret = sources.map((one, index) => {
  const { person } = one
  const ofGermany = { ...person, address: german(100 + index), former: german(200 + index) }
  return person.channel === bySms ? { ...one, person: ofGermany } : one
})

const notice = 'CustomEmailSender_AccountTakeOverNotification'
const blocked = refusal('NotAuthorizedException', 'Unable to login because of security reasons.')

test('the example knows nothing of Herald', () => {
  const files = sourceFiles('examples/sender').filter(({ path }) => !path.endsWith('.md'))
  assert.ok(files.length >= 4)
  for (const { path, text } of files) {
    const rest = text.replace(/@herald\/sender|herald-sender/g, '')
    assert.doesNotMatch(rest, /herald|localhost|127\.0\.0\.1/i, path)
  }
})

for (const [entry, decryptor] of [
  ['index', 'the official decryptor'],
  ['lite', 'the small decryptor'],
] as const) {
  test(`all 15 sources arrive by the second provider while the first fails, with ${decryptor}`, async (t) => {
    const { setting, outside, deploy } = await examplePlace(t)
    const place = await deploy(entry, 'prod')
    assert.equal(withSecret.length + 1, 15)

    await t.test('the first provider sends while it works', async () => {
      outside.resend.behave({ status: 200, body: { id: 'b0f1' } })
      outside.twilio.behave({ status: 201, body: { sid: 'SM1', status: 'queued', num_segments: '1' } })
      const mailed = outside.resend.nextRequest()
      await place.client.signUp('first', { email: 'first@example.com' })
      const { headers, body } = await mailed
      const { to, subject, text } = JSON.parse(body) as { to: string[]; subject: string; text: string }
      assert.equal(headers.authorization, 'Bearer the credential in /auth/resend')
      assert.deepEqual([to, subject], [['first@example.com'], 'Your code for Acme'])
      await place.client.confirm('first', /^\d{6}$/m.exec(text)![0])

      const texted = outside.twilio.nextRequest()
      await place.client.signUp('second', { phone_number: german(1) })
      const form = new URLSearchParams((await texted).body)
      assert.deepEqual([form.get('To'), form.get('From')], [german(1), 'Acme'])
      await place.client.confirm('second', /^\d{6} is your code for Acme/.exec(form.get('Body')!)![0].slice(0, 6))
    })

    // The one refuses for now; of the other nobody knows whether it sent, so that an invitation must not go to it.
    outside.resend.behave({ status: 429, body: { name: 'rate_limit_exceeded' } })
    outside.twilio.behave(({ body }) => ({ status: body.includes('password') ? 429 : 500, body: {} }))
    const asked = [outside.resend, outside.twilio].map(({ seen }) => seen.splice(0).length)
    assert.deepEqual(asked, [1, 1])

    for (const { source, cause, person } of withSecret) {
      await t.test(source, async () => {
        const take = await cause(place, person)
        const of = { url: setting.url, userPoolId: place.pool.poolId, userName: person.name, source }
        const { id, to, text = '', subject } = await waitForMessage({ ...of, timeout: 20_000 })
        assert.equal(to, person.address)
        const secret = (/password:?\s+(\S+)/.exec(text) ?? /^(\d{6})(?:$| is your code)/m.exec(text))?.[1]
        assert.ok(secret !== undefined, text)
        await take(secret)
        const { trace } = await untilStep(setting, id, 'function ok')
        const mail = person.channel === byMail
        const by = mail ? 'SES v2 SendEmail' : 'End User Messaging SendTextMessage'
        assert.ok(told({ trace }).includes(`provider ok: ${by}`), told({ trace }).join('\n'))
        assert.equal(subject?.includes(secret) ?? false, false)
      })
    }

    await t.test(notice, async () => {
      await place.settled('risky', byMail!, 'risky@example.com')
      await setRisk(setting, place.pool.poolId, 'risky', 'HIGH')
      await assert.rejects(place.client.signIn('risky'), blocked)
      const { to, subject, text } = await waitForMessage({ url: setting.url, userName: 'risky', source: notice })
      assert.deepEqual([to, subject], ['risky@example.com', 'A sign-in to Acme that we do not know'])
      assert.match(text!, /with your name and password: [A-Z][a-z]+day, .* UTC, from .*127\.0\.0\.1/)
    })

    // After three failures in a row they are passed over for a while.
    for (const { seen } of [outside.resend, outside.twilio]) assert.ok(seen.length >= 3, String(seen.length))
    assert.deepEqual(setting.logged, [])
  })
}

test('the example sends nothing twice, nothing where it must not, and on a stage everything to the inbox', async (t) => {
  const place = await examplePlace(t)
  const { setting, outside, deploy } = place
  outside.resend.behave({ status: 200, body: { id: 'b0f1' } })
  outside.twilio.behave({ status: 201, body: { sid: 'SM1', status: 'queued' } })
  const production = await deploy('index', 'prod')

  await t.test('the same event again, in another container: the table knows that it was sent', async () => {
    const event = await eventFor(place, production.pool.poolId)
    assert.equal(await invoke(place, production.functionName, event), undefined)
    assert.deepEqual(
      outside.resend.seen.map(({ body }) => /\b482913\b/.test(body)),
      [true],
    )
    await setting.lambda.send(
      new UpdateFunctionConfigurationCommand({
        FunctionName: production.functionName,
        Description: 'another container',
      }),
    )
    assert.equal(await invoke(place, production.functionName, event), undefined)
    assert.equal(outside.resend.seen.length, 1)
    const claims = [...outside.table.items.values()].filter(({ status }) => status?.S === 'COMPLETED')
    assert.equal(claims.length, 1)
  })

  await t.test('an SMS to a country that is not allowed, and a notice of a sign-in that was let in', async () => {
    const handled = async (userName: string) => {
      const messages = await allMessages(setting, { userName })
      assert.equal(messages.length, 1)
      await untilStep(setting, messages[0]!.id, 'function ok')
    }
    await production.client.signUp('far', { phone_number: '+12065550123' })
    await handled('far')
    assert.equal(outside.twilio.seen.length, 0)
    await production.settled('calm', byMail!, 'calm@example.com')
    await setRisk(setting, production.pool.poolId, 'calm', 'MEDIUM')
    const { AuthenticationResult } = await production.client.signIn('calm')
    assert.ok(AuthenticationResult)
    await handled('calm')
    assert.equal(outside.resend.seen.length, 1)
  })

  await t.test('on a stage: to the inbox, except for our own people', async () => {
    const stage = await deploy('index', 'test')
    const of = { url: setting.url, userPoolId: stage.pool.poolId }
    await stage.client.signUp('guest', { email: 'guest@example.com' })
    const { text, to, code } = await waitForMessage({ ...of, userName: 'guest' })
    assert.equal(to, 'guest@example.com')
    assert.ok(text!.includes(code!), text)
    await stage.client.confirm('guest', code!)
    assert.equal(outside.resend.seen.length, 1)
    const mailed = outside.resend.nextRequest()
    await stage.client.signUp('colleague', { email: 'colleague@acme.dev' })
    assert.match((await mailed).body, /colleague@acme\.dev/)
  })
  assert.deepEqual(setting.logged, [])
})

test('while no provider works the function fails, and Lambda’s retry sends the message once', async (t) => {
  const { setting, outside, deploy } = await examplePlace(t)
  const ses = await startFakeService()
  t.after(() => ses.close())
  const { client } = await deploy('index', 'prod', { AWS_ENDPOINT_URL_SESV2: ses.url })
  for (const service of [outside.resend, ses]) service.behave({ status: 503, body: {} })
  await client.signUp('jane', { email: 'jane@example.com' })
  const [message] = await allMessages(setting, { userName: 'jane' })
  const { trace } = await until(setting, message!.id, ({ state }) => state === 'retrying')
  assert.match(told({ trace }).join('\n'), /function failed.*NotDelivered|function failed.*SenderError/s)
  for (const service of [outside.resend, ses]) service.behave({ status: 200, body: { id: 'b0f1', MessageId: 'm1' } })
  setting.advance(60_000)
  await untilStep(setting, message!.id, 'function ok')
  const keys = outside.resend.seen.map(({ headers }) => headers['idempotency-key'])
  assert.deepEqual([keys.length, new Set(keys).size, ses.seen.length], [2, 1, 1])
  const { text } = JSON.parse(outside.resend.seen[1]!.body) as { text: string }
  await client.confirm('jane', /^\d{6}$/m.exec(text)![0])
})

/** An event as the pool would send it, its code sealed under the pool's key by AWS's own SDK. */
async function eventFor({ setting, keyArn }: ExamplePlace, userPoolId: string) {
  return {
    version: '1',
    triggerSource: 'CustomEmailSender_SignUp',
    region: 'us-east-1',
    userPoolId,
    userName: 'jane',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'app' },
    request: {
      type: 'customEmailSenderRequestV1',
      code: await seal('482913', { url: setting.url, keyArn, context: { 'userpool-id': userPoolId } }),
      clientMetadata: null,
      userAttributes: { sub: '37877a9f-0000-4000-8000-000000000000', email: 'jane@example.com' },
    },
  }
}

/** @returns the error that the function ended with. */
async function invoke({ setting }: ExamplePlace, FunctionName: string, event: object): Promise<string | undefined> {
  const Payload = Buffer.from(JSON.stringify(event))
  const answer = await setting.lambda.send(new InvokeCommand({ FunctionName, Payload }))
  return answer.FunctionError && `${answer.FunctionError}: ${answer.Payload?.transformToString()}`
}
