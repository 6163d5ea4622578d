/** Requests that name no operation, one that is not built, or one in a way that cannot be: targets and methods. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modelOf, newerOperations, serviceNames } from '@herald/protocol'
import { fuzzInputs, fuzzRequest } from '@herald/protocol/testing'
import {
  authorization,
  type BrokenRow,
  cognito,
  form,
  isWell,
  json,
  kms,
  malformed,
  query,
  refuseAll,
  rest,
} from './setting/broken.ts'
import { start } from './setting/herald.ts'
import { httpSender, signed } from './setting/http.ts'
import { sendRaw } from './setting/raw-http.ts'

const FUNCTIONS = '/2015-03-31/functions'
const target = (value: string, headers = {}): BrokenRow['request'] => ({
  headers: { ...json, 'X-Amz-Target': value, ...headers },
  body: '{}',
})
const unknown = { code: 'UnknownOperationException' }

test('targets and actions that name nothing', async (t) => {
  const strange = [
    '',
    '.',
    'SignUp',
    'SignUp.',
    '.SignUp',
    'DynamoDB_20120810.GetItem',
    'AWSCognitoIdentityService.GetId',
  ]
  const nobody = ['Nonsense', 'signup', 'SignUp ', 'constructor', '__proto__', 'toString', 'x'.repeat(9000)]
  await refuseAll(t, () => [
    ...strange.map((value) => ({ name: `target ${value}`, request: target(value), status: 404, ...unknown })),
    ...nobody.map((name) => ({
      name: `user pools: ${name.slice(0, 20)}`,
      request: target(`AWSCognitoIdentityProviderService.${name}`),
      status: 400,
      ...(name === 'SignUp ' ? {} : unknown),
    })),
    ...nobody.slice(0, -1).map((name) => ({
      name: `SNS: ${name}`,
      request: query('sns', new URLSearchParams({ Action: name, Version: '2010-03-31' }).toString()),
      status: 400,
      code: 'InvalidAction',
      form: 'query' as const,
    })),
    {
      name: 'two targets',
      request: target('AWSCognitoIdentityProviderService.SignUp, TrentService.ListKeys'),
      status: 404,
      ...unknown,
    },
    {
      name: 'a form with two actions',
      request: query('sts', 'Action=Nonsense&Action=GetCallerIdentity&Version=2011-06-15'),
      status: 400,
      code: 'InvalidAction',
      form: 'query',
    },
    {
      name: 'a form with none',
      request: query('sts', 'Version=2011-06-15'),
      status: 400,
      code: 'InvalidAction',
      form: 'query',
    },
    { name: 'the target of another service in the signature', ...kmsSignedForPools() },
    {
      name: 'a signature for a service that Herald has not',
      request: { headers: authorization('s3'), method: 'GET', path: '/bucket/key' },
      status: 404,
      ...unknown,
    },
    {
      name: 'a signature for nobody’s service',
      request: { headers: { ...form, ...authorization('constructor') }, body: 'Action=x' },
      status: 404,
      ...unknown,
    },
  ])
})

/** The target decides: what it names is asked, and found lacking. */
function kmsSignedForPools(): Omit<BrokenRow, 'name'> {
  return { request: kms('Encrypt', '{}', authorization('cognito-idp')), status: 400, code: 'ValidationException' }
}

test('every operation that AWS has and Herald has not is refused by its name', async (t) => {
  const setting = await start(t)
  const sender = httpSender(setting.url)
  t.after(() => sender.close())
  const absent: string[] = []
  for (const service of serviceNames) {
    for (const operation of Object.keys(modelOf(service).operations)) {
      const [first] = fuzzInputs(service, operation, { seed: 0, valid: 1, depth: 1 })
      const request = fuzzRequest(service, operation, first!.input)
      const { status, headers, body } = await sender.send(signed(request!, service, setting.url))
      const text = body.toString()
      assert.ok(status < 500, `${service}.${operation}: ${status} ${text.slice(0, 200)}`)
      const code = headers['x-amzn-errortype'] ?? /<Code>(\w+)</.exec(text)?.[1]
      assert.notEqual(code, 'UnknownOperationException', operation)
      if (!code?.startsWith('OperationNotBuilt')) continue
      absent.push(operation)
      assert.equal(status, 400)
      assert.match(text, new RegExp(`${operation} exists on [\\w ]+, but is not built yet in Herald\\.`))
    }
  }
  assert.ok(absent.length > 100, String(absent.length))
  for (const name of newerOperations['cognito-idp'] ?? []) {
    const answer = await sendRaw(setting.url, cognito(name, '{}'))
    assert.equal(answer.headers['x-amzn-errortype'], 'OperationNotBuiltException')
    assert.match(String(answer.json.message), new RegExp(`^${name} exists on Amazon Cognito`))
  }
  await isWell(setting)
})

test('methods', async (t) => {
  const inboxKnows = ['GET', 'PUT', 'DELETE', 'PATCH']
  const wrong = { status: 405, code: 'MethodNotAllowedException' }
  await refuseAll(t, () => [
    ...['GET', 'PUT', 'DELETE', 'TRACE', 'PATCH', 'PROPFIND', 'QUERY'].flatMap((method): BrokenRow[] => [
      { name: `${method} / with a target`, request: { ...cognito('SignUp', ''), method }, ...wrong },
      { name: `${method} /`, request: { method }, status: 404, ...unknown },
      {
        name: `${method} /_herald/clock`,
        request: { method, path: '/_herald/clock' },
        status: 405,
        form: inboxKnows.includes(method) ? 'inbox' : 'aws-json',
      },
      {
        name: `${method} an invocation`,
        request: { ...rest('lambda', `${FUNCTIONS}/f/invocations`, ''), method },
        ...wrong,
        form: 'rest-json',
      },
      ...(method === 'GET'
        ? []
        : [
            {
              name: `${method} to SNS`,
              request: { ...query('sns', ''), method },
              status: 405,
              code: 'MethodNotAllowed',
              form: 'query' as const,
            },
          ]),
    ]),
    { name: 'POST to the health', request: { path: '/_herald/health' }, status: 405, form: 'inbox' },
    { name: 'POST to a pool’s keys', request: { path: '/us-east-1_abc/.well-known/jwks.json' }, ...wrong },
    { name: 'CONNECT', request: { method: 'CONNECT', path: 'example.com:443' }, status: 405, form: 'plain' },
    { name: 'CONNECT to itself', request: { ...cognito('SignUp', ''), method: 'CONNECT' }, status: 405, form: 'plain' },
    { name: 'a method nobody knows', request: { method: 'SPELL' }, ...malformed },
    { name: 'a method in small letters', request: { method: 'post' }, ...malformed },
  ])
})
