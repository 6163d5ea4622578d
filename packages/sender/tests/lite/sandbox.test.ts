import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sandbox } from '@herald/sender'
import { createSender, sandboxTargets } from '@herald/sender/lite'
import { resendToSend } from '@herald/sender/providers/resend'
import { context, eventOf, keyArn, service } from '../pipeline/place.ts'

const write = () => {}

for (const to of [
  'inbox',
  { email: 'team@dev.acme.dev' },
  { slack: 'https://hooks.slack.com/services/T/B/x' },
  { provider: resendToSend({ apiKey: 're_test', from: 'no-reply@acme.dev' }) },
] as const) {
  const name = typeof to === 'string' ? to : Object.keys(to)[0]
  test(`lite has the target ${name} with sandboxTargets, and says so without them`, async () => {
    const { provider } = await service('mail')
    const sandbox: Sandbox = { to }
    const options = { keyArn, email: provider, sandbox, write }
    assert.throws(() => createSender(options), {
      name: 'SenderError',
      code: 'Configuration',
      message: /import \{ sandboxTargets \} from '@herald\/sender\/lite'/,
    })
    const kept = process.env.AWS_ENDPOINT_URL
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:4566'
    try {
      assert.doesNotThrow(() => createSender({ ...options, sandboxTargets }))
    } finally {
      if (kept === undefined) delete process.env.AWS_ENDPOINT_URL
      else process.env.AWS_ENDPOINT_URL = kept
    }
  })
}

test('with sandboxTargets, lite redirects as createSender does', async () => {
  const [mail, own] = [await service('mail'), await service('own')]
  const toAddress: Sandbox = { to: { email: 'team@dev.acme.dev' } }
  await createSender({ keyArn, email: mail.provider, sandbox: toAddress, sandboxTargets, write })(
    await eventOf('SignUp', '482913'),
    context(),
  )
  assert.equal(mail.posts()[0]!.to, 'team@dev.acme.dev')
  assert.match(mail.posts()[0]!.text, /^\[Sandbox\] E-mail for jane\.doe@mail\.acme\.dev/)
  const toProvider: Sandbox = { to: { provider: own.provider } }
  await createSender({ keyArn, email: mail.provider, sandbox: toProvider, sandboxTargets, write })(
    await eventOf('SignUp', '482914'),
    context(),
  )
  assert.equal(own.posts()[0]!.to, 'jane.doe@mail.acme.dev')
  assert.equal(mail.seen.length, 1)
})
