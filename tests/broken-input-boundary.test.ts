/** Who may not call at all, on every kind of path: foreign names, foreign pages, nobody, and whoever signs nonsense. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetFunctionCommand } from '@aws-sdk/client-lambda'
import {
  authorization,
  type BrokenRow,
  checkRefusal,
  cognito,
  isWell,
  kms,
  query,
  refuseAll,
  rest,
} from './setting/broken.ts'
import { type Setting, sharesTime, start } from './setting/herald.ts'
import { createFunction, createPool } from './setting/pool.ts'
import { type ErrorForm, type RawRequest, sendRaw } from './setting/raw-http.ts'

interface Door {
  door: string
  request: RawRequest
  form: ErrorForm
  /** Whether pages of other loopback origins may come in here. */
  open?: boolean
}

const FUNCTIONS = '/2015-03-31/functions/'
const get = (path: string): RawRequest => ({ method: 'GET', path })
const withHeaders = (request: RawRequest, headers: RawRequest['headers']): RawRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
})

/** One request that works for each kind of path. */
async function doorsOf(setting: Setting): Promise<Door[]> {
  const { poolId } = await createPool(setting)
  await createFunction(setting, 'f', 'export const handler = async () => 1', { permission: false })
  const { Code } = await setting.lambda.send(new GetFunctionCommand({ FunctionName: 'f' }))
  const download = new URL(Code!.Location!)
  const clock = { path: '/_herald/clock', headers: { 'Content-Type': 'application/json' }, body: '{"advance":"0s"}' }
  const sts = query('sts', 'Action=GetCallerIdentity&Version=2011-06-15')
  return [
    { door: 'a public operation', request: cognito('GetUser', '{"AccessToken":"x"}'), form: 'aws-json', open: true },
    { door: 'an administrator’s', request: cognito('ListUserPools', '{"MaxResults":1}'), form: 'aws-json' },
    { door: 'KMS', request: kms('ListKeys', '{}'), form: 'aws-json' },
    { door: 'STS', request: sts, form: 'query' },
    { door: 'Lambda', request: { ...rest('lambda', FUNCTIONS, ''), method: 'GET' }, form: 'rest-json' },
    { door: 'the messages', request: get('/_herald/messages'), form: 'aws-json' },
    { door: 'the health', request: { method: 'HEAD', path: '/_herald/health' }, form: 'http' },
    { door: 'the page', request: get('/_herald/'), form: 'aws-json' },
    { door: 'the clock', request: clock, form: 'aws-json' },
    { door: 'a pool’s keys', request: get(`/${poolId}/.well-known/jwks.json`), form: 'aws-json', open: true },
    { door: 'a function’s code', request: get(download.pathname), form: 'aws-json' },
    { door: 'nothing', request: get('/nothing'), form: 'aws-json' },
  ]
}

const foreignHosts = [
  'evil.example',
  'evil.example:4566',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  '127.0.0.1.nip.io',
  'xlocalhost',
  '10.0.0.1',
  '0.0.0.0',
  '[::ffff:127.0.0.1]',
  '2130706433',
  '0x7f.1',
  'localhost:99999',
  'localhost@evil.example',
  'evil.example#localhost',
  '',
  ' ',
]
const foreignPages: RawRequest['headers'][] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: '' },
  { Origin: 'http://localhost.evil.example' },
  { Origin: 'http://localhost@evil.example' },
  { Origin: 'file://' },
  { Origin: 'http://10.0.0.1' },
  { Origin: 'http://localhost, https://evil.example' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' },
  { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
]

test('every kind of path refuses foreign names and foreign pages, and takes the request without them', async (t) => {
  const setting = await start(t)
  for (const { door, request, form, open } of await doorsOf(setting)) {
    await t.test(door, async () => {
      const own = await sendRaw(setting.url, request)
      if (door === 'the clock' && sharesTime()) assert.equal(own.status, 403)
      else if (door !== 'nothing' && !open) assert.ok(own.status < 300, `${own.status} ${own.text}`)
      for (const Host of foreignHosts)
        checkRefusal(await sendRaw(setting.url, withHeaders(request, { Host })), { status: 421, form })
      for (const headers of foreignPages) {
        const answer = await sendRaw(setting.url, withHeaders(request, headers))
        checkRefusal(answer, { status: 403, form })
        assert.equal(answer.headers['access-control-allow-origin'], undefined, JSON.stringify(headers))
      }
      const neighbour = await sendRaw(setting.url, withHeaders(request, { Origin: 'http://localhost:3000' }))
      if (open) assert.equal(neighbour.headers['access-control-allow-origin'], 'http://localhost:3000')
      else assert.ok(neighbour.status >= 400 && neighbour.status < 500, `${door}: ${neighbour.status}`)
      if (open) assert.equal(neighbour.status, own.status)
    })
  }
  await isWell(setting)
})

test('a browser’s question before a foreign page’s request is refused on every path', async (t) => {
  const setting = await start(t)
  for (const { door, request, form } of await doorsOf(setting)) {
    const asked = { 'Access-Control-Request-Method': request.method ?? 'POST', Origin: 'https://evil.example' }
    const answer = await sendRaw(setting.url, { method: 'OPTIONS', path: request.path ?? '/', headers: asked })
    checkRefusal(answer, { status: 403, form: form === 'http' ? 'http' : 'aws-json' })
    assert.equal(answer.headers['access-control-allow-origin'], undefined, door)
  }
  await isWell(setting)
})

const unsigned = { Authorization: undefined }
const scope = (text: string) => ({
  Authorization: `AWS4-HMAC-SHA256 Credential=${text}, SignedHeaders=host, Signature=0`,
})

test('nobody, and signatures that are none', async (t) => {
  const list = (headers: RawRequest['headers']) => cognito('ListUserPools', '{"MaxResults":1}', headers)
  const malformed: RawRequest['headers'][] = [
    { Authorization: '' },
    { Authorization: 'AWS4-HMAC-SHA256' },
    { Authorization: 'AWS4-HMAC-SHA256 Credential=' },
    { Authorization: 'Bearer abc' },
    { Authorization: 'Basic dGVzdDp0ZXN0' },
    { Authorization: 'AWS4-HMAC-SHA1 Credential=test/20260901/us-east-1/cognito-idp/aws4_request' },
    { Authorization: `AWS4-HMAC-SHA256 ${'x'.repeat(20_000)}` },
    ...[
      'test',
      'test/20260901/us-east-1/cognito-idp',
      'test/20260901/us-east-1/cognito-idp/aws4_requestx',
      'test/2026-09-01/us-east-1/cognito-idp/aws4_request',
      'test/20260901/us east/cognito-idp/aws4_request',
      'test/20260901/../cognito-idp/aws4_request',
      '/20260901/us-east-1/cognito-idp/aws4_request',
      'a/b/20260901/us-east-1/cognito-idp/aws4_request',
      `${'k'.repeat(200)}/20260901/us-east-1/cognito-idp/aws4_request`,
      't\xffst/20260901/us-east-1/cognito-idp/aws4_request',
    ].map(scope),
  ]
  const no = 'MissingAuthenticationTokenException'
  await refuseAll(t, (): BrokenRow[] => [
    { name: 'nobody lists pools', request: list(unsigned), status: 400, code: no },
    { name: 'nobody lists keys', request: kms('ListKeys', '{}', unsigned), status: 400, code: no },
    {
      name: 'nobody lists functions',
      request: { ...rest('lambda', FUNCTIONS, '', unsigned), method: 'GET' },
      status: 403,
      code: no,
      form: 'rest-json',
    },
    {
      name: 'nobody sends mail',
      request: rest('ses', '/v2/email/outbound-emails', '{}', unsigned),
      status: 403,
      code: no,
      form: 'rest-json',
    },
    {
      name: 'nobody asks who they are',
      request: query('sts', 'Action=GetCallerIdentity&Version=2011-06-15', unsigned),
      status: 403,
      code: 'MissingAuthenticationToken',
      form: 'query',
    },
    ...malformed.map((headers, index) => ({
      name: `signature ${index}: ${headers?.Authorization?.slice(0, 60)}`,
      request: list(headers),
      status: 400,
      ...(headers?.Authorization === '' ? {} : { code: 'IncompleteSignatureException' }),
    })),
    {
      name: 'a presigned address without a scope',
      request: {
        method: 'GET',
        path: '/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256',
      },
      status: 400,
      code: 'IncompleteSignature',
      form: 'query',
    },
  ])
})

test('a public operation needs no signature, and a broken one does not harm it', async (t) => {
  const setting = await start(t)
  for (const headers of [unsigned, { Authorization: 'nonsense' }, authorization('kms')]) {
    const answer = await sendRaw(setting.url, cognito('GetUser', '{"AccessToken":"x"}', headers))
    checkRefusal(answer, { status: 400, code: 'NotAuthorizedException' })
  }
  await isWell(setting)
})

test('links to code that were made up, changed, or are too old', async (t) => {
  const setting = await start(t)
  await createFunction(setting, 'f', 'export const handler = async () => 1', { permission: false })
  const { Code } = await setting.lambda.send(new GetFunctionCommand({ FunctionName: 'f' }))
  const { pathname } = new URL(Code!.Location!)
  const [expiry, hash, mac] = pathname.split('/').pop()!.split('.') as [string, string, string]
  const fetched = async (path: string) => {
    const { status, json } = await sendRaw(setting.url, get(path))
    return [status, typeof json.error, typeof json.message]
  }
  const base = '/_herald/functions/code'
  const refused = [403, 'string', 'undefined']
  assert.equal((await fetch(Code!.Location!)).status, 200)
  assert.deepEqual(await fetched(`${base}/zzzzzzzzz.${hash}.${mac}`), refused)
  assert.deepEqual(await fetched(`${base}/${expiry}.${'0'.repeat(64)}.${mac}`), refused)
  assert.deepEqual(await fetched(`${base}/${expiry}.${hash}.${'A'.repeat(mac.length)}`), refused)
  for (const path of [`${base}/`, `${base}/..%2f..%2froot.key`, `${base}/${expiry}.${hash}`, `${base}/a.b.c`]) {
    const [status] = await fetched(path)
    assert.equal(status, 404, path)
  }
  setting.advance(11 * 60_000)
  assert.deepEqual(await fetched(pathname), refused)
  await isWell(setting)
})
