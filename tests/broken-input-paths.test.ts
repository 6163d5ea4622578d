/** Paths that lead nowhere or try to lead out, queries and bodies of the inbox, and base64 that is none. */
import { test } from 'node:test'
import { kms, malformed, refuseAll, rest } from './setting/broken.ts'
import { sharesTime } from './setting/herald.ts'

const FUNCTIONS = '/2015-03-31/functions'
const unknown = { code: 'UnknownOperationException' }

test('paths', async (t) => {
  const nowhere = [
    '/%',
    '/%zz',
    '/%00',
    '/..',
    '/..%2f',
    '/../../etc/passwd',
    '//',
    '//evil.example/',
    '/\\evil',
    '/?',
    '/#',
  ]
  const more = ['/%2e%2e/%2e%2e/etc/passwd', '/_HERALD/health', '/favicon.ico', `/${'a'.repeat(60_000)}`]
  const rests = [`${FUNCTIONS}/%`, `${FUNCTIONS}/%E0%A4%A`, `${FUNCTIONS}/%ff/policy`, `${FUNCTIONS}/a%`]
  const lost = ['/2015-03-31/nothing', '/2015-03-31/functions/f/policy/x/y', '/2015-03-31//functions', '/2015-03-31/']
  const inboxes = [
    '/_herald/nothing',
    '/_herald/../etc/passwd',
    '/_herald/%2e%2e/x',
    '/_herald/messages/x/y',
    '/_herald//',
  ]
  await refuseAll(t, () => [
    ...[...nowhere, ...more].map((path) => ({
      name: `GET ${path.slice(0, 40)}`,
      request: { method: 'GET', path },
      status: 404,
      ...unknown,
    })),
    ...['http://evil.example/', 'evil', '*', 'localhost:80', '/\xff'].map((path) => ({
      name: `GET ${path}`,
      request: { method: 'GET', path },
      status: 400,
    })),
    { name: 'a path with NUL', request: { method: 'GET', path: '/\u0000' }, ...malformed },
    { name: 'a path with a line break', request: { method: 'GET', path: '/a\nb' }, ...malformed },
    {
      name: 'headers too long',
      request: { method: 'GET', path: `/${'a'.repeat(70_000)}` },
      status: 431,
      code: 'RequestHeaderFieldsTooLargeException',
    },
    ...rests.map((path) => ({
      name: `Lambda ${path}`,
      request: { ...rest('lambda', path, ''), method: 'GET' },
      status: 400,
      code: 'SerializationException',
      form: 'rest-json' as const,
    })),
    ...lost.map((path) => ({
      name: `Lambda ${path}`,
      request: { ...rest('lambda', path, ''), method: 'GET' },
      status: 404,
      ...unknown,
      form: 'rest-json' as const,
    })),
    ...['..%2f..%2fetc%2fpasswd', '%00', '..', '%2e%2e', 'a%2fb', '%F0%9F%98%80', 'x'.repeat(500)].map((name) => ({
      name: `the function ${name.slice(0, 30)}`,
      request: { ...rest('lambda', `${FUNCTIONS}/${name}`, ''), method: 'GET' },
      status: 400,
      form: 'rest-json' as const,
    })),
    ...inboxes.map((path) => ({
      name: `GET ${path}`,
      request: { method: 'GET', path },
      status: 404,
      form: 'inbox' as const,
    })),
    ...['limit=0', 'limit=x', 'limit=1e9', 'after=%ff', 'before=../x'].map((search) => ({
      name: `messages?${search}`,
      request: { method: 'GET', path: `/_herald/messages?${search}` },
      status: 400,
      form: 'inbox' as const,
    })),
    ...['wait=61s', 'wait=-1s', 'wait=x', 'after=x&wait=0s'].map((search) => ({
      name: `latest?${search}`,
      request: { method: 'GET', path: `/_herald/messages/latest?${search}` },
      status: 400,
      form: 'inbox' as const,
    })),
    ...['{}', '{"advance":"x"}', '{"advance":"-1m"}', '{"set":"x"}', '{"reset":false}', '[]', '{', '{"advance":1}'].map(
      (body) => ({
        name: `the clock ${body}`,
        request: { path: '/_herald/clock', headers: { 'Content-Type': 'application/json' }, body },
        status: sharesTime() ? 403 : 400,
        form: 'inbox' as const,
      }),
    ),
    {
      name: 'keys of no pool',
      request: { method: 'GET', path: '/us-east-1_nobody/.well-known/jwks.json' },
      status: 404,
      form: 'plain',
    },
  ])
})

test('base64 and ciphertexts that are none', async (t) => {
  const bad = ['*', '=', 'eA', 'eA=', 'eHg==', 'e A==', 'eA==\n', 'eA==eA==', '-_-_', '\ud83d']
  const garbage = ['', 'eA==', Buffer.alloc(200, 7).toString('base64'), Buffer.alloc(6144).toString('base64')]
  await refuseAll(t, () => [
    ...bad.map((CiphertextBlob) => ({
      name: `CiphertextBlob ${JSON.stringify(CiphertextBlob)}`,
      request: kms('Decrypt', JSON.stringify({ CiphertextBlob })),
      status: 400,
      code: 'SerializationException',
    })),
    ...bad.map((ZipFile) => ({
      name: `ZipFile ${JSON.stringify(ZipFile)}`,
      request: rest('lambda', FUNCTIONS, JSON.stringify({ FunctionName: 'f', Code: { ZipFile } })),
      status: 400,
      code: 'SerializationException',
      form: 'rest-json' as const,
    })),
    ...garbage.map((CiphertextBlob) => ({
      name: `a ciphertext of ${CiphertextBlob.length} signs`,
      request: kms('Decrypt', JSON.stringify({ CiphertextBlob })),
      status: 400,
      code: CiphertextBlob === '' ? 'ValidationException' : 'InvalidCiphertextException',
      form: 'wordless' as const,
    })),
  ])
})
