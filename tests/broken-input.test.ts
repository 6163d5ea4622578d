/** Broken bodies, types, sizes, targets, methods and paths over plain sockets: each a clear 4xx in its protocol's form. */
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type BrokenRow, cognito, form, kms, query, refuseAll, rest } from './setting/broken.ts'
import { sharesTime } from './setting/herald.ts'

const FUNCTIONS = '/2015-03-31/functions'
const MAIL = '/v2/email/outbound-emails'
const MEGABYTE = 1024 * 1024

/** Where JSON is read: the request around a body, the code of bad input there, and the form of its errors. */
const doors = [
  { door: 'SignUp', to: (body: string | Buffer) => cognito('SignUp', body), invalid: 'InvalidParameterException' },
  { door: 'Encrypt', to: (body: string | Buffer) => kms('Encrypt', body), invalid: 'ValidationException' },
  {
    door: 'CreateFunction',
    to: (body: string | Buffer) => rest('lambda', FUNCTIONS, body),
    invalid: 'ValidationException',
    form: 'rest-json' as const,
  },
  {
    door: 'SendEmail',
    to: (body: string | Buffer) => rest('ses', MAIL, body),
    invalid: 'BadRequestException',
    form: 'rest-json' as const,
  },
]

const deep = (open: string, inside: string, close: string) => open.repeat(100_000) + inside + close.repeat(100_000)

const unreadable: Record<string, string | Buffer> = {
  'no JSON': 'hello',
  'a form': 'Action=SignUp&ClientId=x',
  'a truncated object': '{"ClientId":"x',
  'two objects': '{}{}',
  'a comment': '/* */{}',
  'single quotes': "{'ClientId':'x'}",
  null: 'null',
  'a list': '[]',
  'a text': '"ClientId"',
  'a number': '17',
  NaN: '{"ClientId":NaN}',
  Infinity: '{"ClientId":Infinity}',
  'a raw line break in a text': '{"ClientId":"a\nb"}',
  NUL: '\u0000',
  'a byte order mark': '\ufeff{}',
  'UTF-16': Buffer.from('{"ClientId":"x"}', 'utf16le'),
  'invalid UTF-8': Buffer.from('{"ClientId":"\xff\xfe"}', 'latin1'),
  'half a character': Buffer.from('{"ClientId":"\xc3"}', 'latin1'),
  'an overlong slash': Buffer.from('{"ClientId":"\xc0\xaf"}', 'latin1'),
  'a surrogate as bytes': Buffer.from('{"ClientId":"\xed\xa0\x80"}', 'latin1'),
  'lists 100,000 deep': deep('[', '', ']'),
  'lists that never close': '['.repeat(100_000),
  'objects that never close': '{"a":'.repeat(100_000),
}

const misses: Record<string, string> = {
  nothing: '',
  'an empty object': '{}',
  'what belongs to nobody': '{"constructor":1,"toString":{},"hasOwnProperty":[]}',
  'a prototype': '{"__proto__":{"ClientId":"x","KeyId":"x","FunctionName":"x"}}',
  'objects 100,000 deep where nothing reads': deep('{"a":', '1', '}'),
  'every required member null':
    '{"ClientId":null,"Username":null,"KeyId":null,"Plaintext":null,"Content":null,"Code":null}',
}

test('bodies that cannot be read, or lack what is required', async (t) => {
  await refuseAll(t, () =>
    doors.flatMap(({ door, to, invalid, form }): BrokenRow[] => {
      const row = (name: string, body: string | Buffer, code: string) => ({
        name: `${door}: ${name}`,
        request: to(body),
        status: 400,
        code,
        ...(form ? { form } : {}),
      })
      return [
        ...Object.entries(unreadable).map(([name, body]) => row(name, body, 'SerializationException')),
        ...Object.entries(misses).map(([name, body]) => row(name, body, invalid)),
      ]
    }),
  )
})

const member = (name: string, body: string) => ({ name, request: cognito('ListUserPools', body), status: 400 })
const person = (more: object) =>
  cognito('SignUp', JSON.stringify({ ClientId: 'abc', Username: 'jane', Password: 'Correct-Horse-1', ...more }))

test('members of the wrong type or out of range', async (t) => {
  await refuseAll(t, () => [
    ...['"x"', 'true', '{}', '[]', '[[1]]', '1.5', '1e400', '-1e400', '99999999999999999999', '"1"'].map((value) => ({
      ...member(`MaxResults ${value}`, `{"MaxResults":${value}}`),
      code: 'SerializationException',
    })),
    ...['-1', '0', '61', '2147483647'].map((value) => ({
      ...member(`MaxResults ${value}`, `{"MaxResults":${value}}`),
      code: 'InvalidParameterException',
    })),
    { ...member('the last of two counts', '{"MaxResults":1,"MaxResults":0}'), code: 'InvalidParameterException' },
    ...([1, true, {}, [], ['x']] as unknown[]).map((ClientId) => ({
      name: `ClientId ${JSON.stringify(ClientId)}`,
      request: person({ ClientId }),
      status: 400,
      code: 'SerializationException',
    })),
    ...(['', ' ', '\u0000', 'a b', '\ud800', 'x'.repeat(129), '\u2028'] as const).map((Username) => ({
      name: `Username ${JSON.stringify(Username).slice(0, 20)}`,
      request: person({ Username }),
      status: 400,
      code: 'InvalidParameterException',
    })),
    ...[{}, 'x', [1], [[]], ['x']].map((UserAttributes) => ({
      name: `UserAttributes ${JSON.stringify(UserAttributes)}`,
      request: person({ UserAttributes }),
      status: 400,
      code: 'SerializationException',
    })),
    ...[[null], [{}], [{ Name: '' }]].map((UserAttributes) => ({
      name: `UserAttributes ${JSON.stringify(UserAttributes)}`,
      request: person({ UserAttributes }),
      status: 400,
      code: 'InvalidParameterException',
    })),
    {
      name: 'lists 100,000 deep as attributes',
      request: cognito('SignUp', `{"ClientId":"abc","UserAttributes":${deep('[', '', ']')}}`),
      status: 400,
      code: 'SerializationException',
    },
    {
      name: 'metadata named __proto__, for a client that is not there',
      request: cognito(
        'SignUp',
        '{"ClientId":"abc","Username":"jane","Password":"x","ClientMetadata":{"__proto__":"x","constructor":"y"}}',
      ),
      status: 400,
      code: 'ResourceNotFoundException',
    },
  ])
})

const signUp = (headers: Record<string, string | undefined>) => cognito('SignUp', '{}', headers)

test('content types', async (t) => {
  const wrong = ['text/plain', 'text/plain;charset=utf-8', form['Content-Type'], 'multipart/form-data; boundary=x']
  const other = [undefined, '', 'application/x-amz-json-1.2', 'application/jsonx', 'application/xml', ';', 'json']
  const charsets = ['application/x-amz-json-1.1; charset=utf-8', 'Application/JSON;Charset="UTF-8"']
  await refuseAll(t, () => [
    ...[...wrong, ...other].map((type) => ({
      name: `SignUp as ${type}`,
      request: signUp({ 'Content-Type': type }),
      status: 400,
      code: 'SerializationException',
    })),
    ...wrong.map((type) => ({
      name: `CreateFunction as ${type}`,
      request: rest('lambda', FUNCTIONS, '{}', { 'Content-Type': type }),
      status: 400,
      code: 'SerializationException',
      form: 'rest-json' as const,
    })),
    ...charsets.map((type) => ({
      name: `SignUp as ${type} is read, and lacks its members`,
      request: signUp({ 'Content-Type': type }),
      status: 400,
      code: 'InvalidParameterException',
    })),
    ...['application/json', 'text/plain', undefined].map((type) => ({
      name: `Publish as ${type}`,
      request: query('sns', '{"Action":"Publish"}', { 'Content-Type': type }),
      status: 400,
      code: 'MalformedInput',
      form: 'query' as const,
    })),
    {
      name: 'JSON that calls itself a form',
      request: query('sns', '{"Action":"Publish"}'),
      status: 400,
      code: 'InvalidAction',
      form: 'query',
    },
    ...['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip', 'nonsense'].map((encoding) => ({
      name: `a body packed as ${encoding}`,
      request: cognito('SignUp', gzipSync('{}'), { 'Content-Encoding': encoding }),
      status: 400,
      code: 'SerializationException',
    })),
    {
      name: 'a packed body that does not say so',
      request: cognito('SignUp', gzipSync('{}')),
      status: 400,
      code: 'SerializationException',
    },
    {
      name: 'mail as a form of the inbox',
      request: { path: '/_herald/clock', headers: form, body: 'advance=61m' },
      status: 400,
      code: 'SerializationException',
    },
  ])
})

test('sizes', async (t) => {
  const long = (length: number) => `{"ClientId":"${'x'.repeat(length)}"}`
  const tooLarge = { status: 413, code: 'RequestEntityTooLargeException' }
  await refuseAll(t, () => [
    { name: 'SignUp of a megabyte', request: cognito('SignUp', long(MEGABYTE)), ...tooLarge },
    { name: 'Encrypt of two', request: kms('Encrypt', long(2 * MEGABYTE)), ...tooLarge },
    {
      name: 'Invoke of eight',
      request: rest('lambda', `${FUNCTIONS}/f/invocations`, Buffer.alloc(8 * MEGABYTE, '1')),
      ...tooLarge,
      form: 'rest-json',
    },
    {
      name: 'CreateFunction of 71',
      request: rest('lambda', FUNCTIONS, Buffer.alloc(71 * MEGABYTE, '1')),
      ...tooLarge,
      form: 'rest-json',
    },
    {
      name: 'Publish of three',
      request: query('sns', `Action=Publish&Message=${'x'.repeat(3 * MEGABYTE)}`),
      status: 413,
      code: 'RequestEntityTooLarge',
      form: 'query',
    },
    {
      name: 'the clock of a megabyte',
      request: {
        path: '/_herald/clock',
        headers: { 'Content-Type': 'application/json' },
        body: `{"advance":"${'1'.repeat(MEGABYTE)}"}`,
      },
      status: sharesTime() ? 403 : 413,
      form: 'inbox',
    },
    { name: 'a text far over its limit', request: cognito('SignUp', long(900_000)), status: 400 },
  ])
})
