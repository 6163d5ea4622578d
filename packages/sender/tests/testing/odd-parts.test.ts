/** Parts that users write or pools send, and that are not as they should be. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createDecryptor, createSender, failover, type Outcome, parseEvent } from '@herald/sender'
import { liteDecryptor } from '@herald/sender/lite'
import { fakeProvider, lambdaContext, senderEvents, startLocalKms } from '@herald/sender/testing'

const kms = await startLocalKms()
Object.assign(process.env, kms.environment)
after(kms.close)
const events = senderEvents(kms)

for (const given of [undefined, null, 'accepted', { status: 'sent' }]) {
  test(`a provider that gives ${JSON.stringify(given)} as its outcome may have sent: the next one sends a code, and none a password`, async () => {
    const careless = { ...fakeProvider([], { name: 'careless' }), send: async () => given as Outcome }
    const next = fakeProvider()
    const lines: string[] = []
    const handler = createSender({ email: failover(careless, next), write: (line) => lines.push(line) })
    await handler(events.email('SignUp'), lambdaContext())
    assert.equal(next.delivered.length, 1)
    assert.match(lines.join('\n'), /"outcome":"unknown".*the provider gave no outcome/)
    await handler(events.email('AdminCreateUser'), lambdaContext())
    assert.equal(next.delivered.length, 1)
  })
}

test('a code that is empty is not sent, whatever decrypts it', async () => {
  const parsed = parseEvent(events.email('SignUp', { secret: '' }), { requestId: 'r' })
  for (const decrypt of [createDecryptor(), liteDecryptor()]) {
    await assert.rejects(decrypt(parsed), { code: 'DecryptFailed', message: 'The code was decrypted, and is empty.' })
  }
})
