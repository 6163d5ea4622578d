/** Signatures are held against Herald's own signing, after it was held against what the AWS SDK signs. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms'
import { sign } from '@herald/protocol'
import { type SeenRequest, startFakeService } from '../providers/fake-service.ts'
import { credentials, input, kmsClient, opened, region, timeOf } from './kms-client.ts'

const service = await startFakeService()
after(service.close)
service.behave(opened)

const keys = {
  accessKeyId: credentials.AWS_ACCESS_KEY_ID,
  secretAccessKey: credentials.AWS_SECRET_ACCESS_KEY,
  sessionToken: credentials.AWS_SESSION_TOKEN,
}
const setBySign = ['x-amz-date', 'x-amz-security-token']

/** The names that a request's signature covers. */
const signedNames = ({ headers }: SeenRequest) =>
  /SignedHeaders=([\w;-]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? []

/** The signature that a request should have. */
function rightFor(request: SeenRequest, of = keys): string | undefined {
  const [, year, month, day, hour, minute, second] = /(....)(..)(..)T(..)(..)(..)Z/.exec(
    request.headers['x-amz-date']!,
  )!
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const names = signedNames(request).filter((name) => !setBySign.includes(name))
  const headers = Object.fromEntries(names.map((name) => [name, request.headers[name] ?? '']))
  const signable = { method: request.method, path: request.path, query: '', headers, body: Buffer.from(request.body) }
  return sign(signable, { region, service: 'kms' }, of, at).authorization
}

const seen = async (call: () => Promise<unknown>) => {
  await call()
  return service.only()
}

test('what the AWS SDK signs is right by the measure of this test, and nothing else is', async () => {
  const client = new KMSClient({ region, endpoint: service.url, credentials: keys })
  const request = await seen(() => client.send(new DecryptCommand(input)))
  client.destroy()
  assert.equal(request.headers.authorization, rightFor(request))
  assert.notEqual(request.headers.authorization, rightFor({ ...request, body: `${request.body} ` }))
})

for (const [what, path, environment] of [
  ['of a function', '', credentials],
  ['without a session', '', { ...credentials, AWS_SESSION_TOKEN: undefined }],
  ['to an address with a path', '/a%20b/kms', credentials],
] as const) {
  test(`the signature of a call ${what} is right`, async () => {
    const request = await seen(kmsClient(`${service.url}${path}`, { environment }).decrypt)
    const { AWS_SESSION_TOKEN: sessionToken } = environment
    assert.equal(request.headers.authorization, rightFor(request, { ...keys, sessionToken: sessionToken! }))
  })
}

test('it covers host, type, target, time and token', async () => {
  const names = signedNames(await seen(kmsClient(service.url).decrypt))
  assert.deepEqual(names, ['content-type', 'host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target'])
})

test('it stays right when secret, day and region change, and change back', async () => {
  const day = 86_400_000
  const environment = { ...credentials }
  let at = Date.UTC(2026, 10, 21, 23, 59, 59)
  const { decrypt } = kmsClient(service.url, { environment, now: () => at })
  const days = new Set<string>()
  for (const [secret, later] of [
    [keys.secretAccessKey, 0],
    [keys.secretAccessKey, 1_000],
    ['another/secret', 0],
    [keys.secretAccessKey, -day],
  ] as const) {
    environment.AWS_SECRET_ACCESS_KEY = secret
    at += later
    const request = await seen(decrypt)
    assert.equal(request.headers.authorization, rightFor(request, { ...keys, secretAccessKey: secret }))
    assert.equal(timeOf(request), at)
    days.add(request.headers['x-amz-date']!.slice(0, 8))
  }
  assert.deepEqual([...days], ['20261121', '20261122'])
})
