import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createJsonLog, maskAddress, Secret, scrubEvent } from '@herald/sender'
import { expectNoSecrets } from '../../src/observe/expect-no-secrets.ts'
import { container, context, eventOf, service } from '../pipeline/place.ts'

test('addresses are masked as people can still tell them apart', () => {
  assert.equal(maskAddress('jane.doe@acme.dev'), 'j***@acme.dev')
  assert.equal(maskAddress('+49151234567'), '+49***67')
  assert.equal(maskAddress('"a@b"@acme.dev'), '"***@acme.dev')
  assert.equal(maskAddress('@nobody'), '***')
  assert.equal(maskAddress('12345'), '***')
})

test('an event of an error tracker loses codes, passwords, tokens and addresses, and keeps the rest', () => {
  const secrets = ['482913', 'Temp42!xy', 're_AbCdEf123456', 'sessiontoken-1', '91827364']
  const addresses = ['jane.doe@mail.acme.dev', '+4915123456789']
  const jwt = `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(40)}.${'b'.repeat(40)}`
  const event = {
    event_id: '0123456789abcdef0123456789abcdef',
    level: 'error',
    timestamp: 1763726400.5,
    message: 'Code 482913 for jane.doe@mail.acme.dev (+49 151 23456789) was refused',
    exception: {
      values: [{ type: 'Error', value: 'password=Temp42!xy is wrong', stacktrace: { frames: [{ lineno: 482 }] } }],
    },
    request: {
      url: 'https://acme.dev/confirm?code=482913&email=jane.doe%40mail.acme.dev&page=2',
      headers: { Authorization: 'Bearer re_AbCdEf123456', 'content-type': 'application/json' },
      cookies: 'a=sessiontoken-1',
      data: { confirmationCode: '482913', tempPassword: 'Temp42!xy', phone_number: '+4915123456789', plan: 'gold' },
    },
    extra: {
      body: JSON.stringify({ to: 'jane.doe@mail.acme.dev', text: 'Your code is 482913', password: 'Temp42!xy' }),
      secret: new Secret('482913'),
      jwt,
      key: 're_AbCdEf123456',
      otp: '91827364',
      text: '91827364 is your code',
      error: { code: 'ECONNREFUSED', status: 503 },
    },
    breadcrumbs: [{ category: 'fetch', data: { url: 'https://user:Temp42!xy@api.acme.dev/' } }],
  }
  const before = JSON.stringify(event)
  const scrubbed = scrubEvent(event)
  const text = JSON.stringify(scrubbed)
  expectNoSecrets(text, { secrets: [...secrets, jwt], addresses: [...addresses, '151 23456789'] })
  assert.equal(JSON.stringify(event), before, 'the event itself is left as it was')
  assert.equal(scrubbed.event_id, event.event_id)
  assert.equal(scrubbed.timestamp, event.timestamp)
  assert.equal(scrubbed.extra.error.code, 'ECONNREFUSED')
  assert.equal(scrubbed.request.data.plan, 'gold')
  assert.equal(scrubbed.request.headers['content-type'], 'application/json')
  assert.match(scrubbed.request.url, /^https:\/\/acme\.dev\/confirm\?code=\[removed\]&email=.*&page=2$/)
  assert.equal(scrubbed.exception.values[0]!.stacktrace.frames[0]!.lineno, 482)
})

test('scrubbing bears circles, errors, odd values and hostile lengths', () => {
  const circle: Record<string, unknown> = {
    name: 'circle',
    big: 12n,
    at: new Date(0),
    map: new Map([['a', 'b@acme.dev']]),
  }
  circle.self = circle
  circle.error = new TypeError('for jane.doe@mail.acme.dev')
  const scrubbed = scrubEvent(circle)
  assert.equal(scrubbed.self, '[circular]')
  assert.deepEqual(scrubbed.map, { a: 'b***@acme.dev' })
  assert.equal((scrubbed.error as Error).message, 'for j***@mail.acme.dev')
  const began = process.cpuUsage()
  scrubEvent({ text: `${'a'.repeat(100_000)}@${'b.'.repeat(50_000)}`, digits: `+${'1 '.repeat(50_000)}` })
  scrubEvent({ text: 'code'.repeat(50_000), eyes: 'eyJ'.repeat(50_000), slashes: '//a'.repeat(50_000) })
  assert.ok(process.cpuUsage(began).user < 5_000_000)
})

test('expectNoSecrets finds a secret however it is spelled, and refuses to look for nothing', () => {
  const secret = 'Te"mp<42>&x y'
  const spelled = [
    secret,
    JSON.stringify({ secret }),
    'Te&quot;mp&lt;42&gt;&amp;x y',
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString(),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('hex').toUpperCase(),
  ]
  for (const line of spelled) {
    const found = (error: Error) =>
      /line 2 holds a secret of 13 characters/.test(error.message) && !error.message.includes('mp')
    assert.throws(() => expectNoSecrets(['clean', `before ${line} after`], { secrets: [secret] }), found, line)
  }
  assert.throws(() => expectNoSecrets('to JANE@acme.dev', { addresses: ['jane@acme.dev'] }), /an address/)
  expectNoSecrets('to j***@acme.dev', { addresses: ['jane@acme.dev'] })
  assert.throws(() => expectNoSecrets(['line'], {}), TypeError)
  assert.throws(() => expectNoSecrets([], { secrets: [secret] }), TypeError)
  assert.throws(() => expectNoSecrets(['line'], { secrets: ['a'] }), TypeError)
})

test('what a provider or template writes to the log is scrubbed of this message’s secrets', async () => {
  const mail = await service('mail')
  const place = container({
    email: {
      ...mail.provider,
      async send(to, body, message, given) {
        given.log.warn(`sending ${message.secret!.reveal()} to ${to}`, { body, message, error: new Error(body.text) })
        return mail.provider.send(to, body, message, given)
      },
    },
  })
  await place.handler(await eventOf('AdminCreateUser', 'Te&lt;mp42!x'), context())
  assert.match(place.lines.join('\n'), /sending \[secret 9\] to j\*\*\*@mail\.acme\.dev/)
  place.isClean(['Te<mp42!x'])
})

test('every line says which message it is about, and the event itself is written at debug only, without the person', async () => {
  const mail = await service('mail')
  const lines: string[] = []
  const log = createJsonLog({ write: (line) => lines.push(line), level: 'debug' })
  const place = container({ email: mail.provider, log })
  const attributes = { given_name: 'Jane-Given', 'custom:plan': 'gold-plan' }
  await place.handler(
    await eventOf('SignUp', '482913', { attributes, name: 'jane-user' }),
    context(60_000, 'request-77'),
  )
  const logged = lines.map((line) => JSON.parse(line))
  for (const line of logged) {
    assert.equal(line.requestId, 'request-77')
    assert.equal(line.source, 'SignUp')
    assert.equal(line.channel, 'email')
    assert.match(line.key, /^[0-9a-f]{8}$/)
  }
  assert.deepEqual(
    logged.map(({ level, message }) => `${level} ${message}`),
    ['debug event', 'info sent'],
  )
  const { provider, outcome, attempt, latencyMs, to } = logged[1]
  assert.deepEqual(
    { provider, outcome, attempt, latencyMs, to },
    {
      provider: 'mail',
      outcome: 'accepted',
      attempt: 1,
      latencyMs: 0,
      to: 'j***@mail.acme.dev',
    },
  )
  expectNoSecrets(lines, {
    secrets: ['482913', 'Jane-Given', 'gold-plan', 'jane-user'],
    addresses: ['jane.doe@mail.acme.dev'],
  })
  assert.equal(logged[0].event.request.userAttributes.given_name, '[10 characters]')
})

test('a log that throws stops no message', async () => {
  const mail = await service('mail')
  const fail = () => {
    throw new Error('disk full')
  }
  const place = container({ email: mail.provider, log: { debug: fail, info: fail, warn: fail, error: fail } })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.equal(mail.seen.length, 1)
})
