import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRoute, protocolOf, ServiceError } from '../src/index.ts'

const rest = protocolOf('lambda')
const noQuery = new URLSearchParams()
const wire = { method: 'GET', path: '/', query: '', headers: {}, body: Buffer.alloc(0) }

const routes: [string, string, string, string, Record<string, string>][] = [
  ['POST', '/2015-03-31/functions/f/invocations', '', 'Invoke', { FunctionName: 'f' }],
  ['GET', '/2015-03-31/functions', '', 'ListFunctions', {}],
  ['GET', '/2015-03-31/functions/', '', 'ListFunctions', {}],
  ['POST', '/2015-03-31/functions/', '', 'CreateFunction', {}],
  [
    'GET',
    '/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A0%3Afunction%3Af/policy',
    '',
    'GetPolicy',
    { FunctionName: 'arn:aws:lambda:us-east-1:0:function:f' },
  ],
  ['GET', '/2018-10-31/layers', '', 'ListLayers', {}],
  ['GET', '/2018-10-31/layers', 'find=LayerVersion&Arn=x', 'GetLayerVersionByArn', {}],
  ['GET', '/2015-03-31/functions//invocations', '', 'wrong-method', {}],
  ['DELETE', '/2015-03-31/functions/a%2Fb', '', 'DeleteFunction', { FunctionName: 'a/b' }],
]
for (const [method, path, query, operation, labels] of routes) {
  test(`${method} ${path} ${query} is ${operation}`, () => {
    const found = findRoute('lambda', method, path, new URLSearchParams(query))
    assert.deepEqual(found, operation === 'wrong-method' ? operation : { operation, labels })
  })
}

test('an unknown path is no operation, a bad one throws', () => {
  assert.equal(findRoute('lambda', 'GET', '/2015-03-31/nothing', noQuery), undefined)
  assert.equal(findRoute('lambda', 'GET', '/', noQuery), undefined)
  assert.throws(() => findRoute('lambda', 'GET', '/2015-03-31/functions/%zz', noQuery), URIError)
})

test('reads path, query string, headers and a body of bytes', () => {
  const input = rest.readInput('lambda', 'Invoke', {
    method: 'POST',
    path: '/2015-03-31/functions/f/invocations',
    query: 'Qualifier=v1',
    headers: { 'x-amz-invocation-type': 'Event', 'x-amz-log-type': 'Tail' },
    body: Buffer.from('{"a":1}'),
  })
  assert.equal(Buffer.from(input.Payload as Uint8Array).toString(), '{"a":1}')
  assert.deepEqual(
    { ...input, Payload: undefined },
    { FunctionName: 'f', Qualifier: 'v1', InvocationType: 'Event', LogType: 'Tail', Payload: undefined },
  )
  const listed = rest.readInput('lambda', 'UntagResource', {
    ...wire,
    method: 'DELETE',
    path: '/2017-03-31/tags/a',
    query: 'tagKeys=x&tagKeys=y%20z',
  })
  assert.deepEqual(listed, { Resource: 'a', TagKeys: ['x', 'y z'] })
})

test('refuses what is not a number, a boolean or a moment', () => {
  const at = (query: string) =>
    rest.readInput('lambda', 'ListFunctions', { ...wire, path: '/2015-03-31/functions/', query })
  assert.deepEqual(at('MaxItems=7'), { MaxItems: 7 })
  assert.throws(() => at('MaxItems=x'), { code: 'SerializationException', status: 400 })
  assert.throws(() => at('MaxItems=99999999999'), { code: 'SerializationException' })
})

test('writes headers, status and a body of bytes', () => {
  const output = { StatusCode: 202, FunctionError: 'Unhandled', Payload: Buffer.from('null'), LogResult: undefined }
  const answer = rest.writeOutput('lambda', 'Invoke', output, 'r1')
  assert.equal(answer.status, 202)
  assert.equal(answer.headers['X-Amz-Function-Error'], 'Unhandled')
  assert.ok(!('X-Amz-Log-Result' in answer.headers))
  assert.equal(String(answer.body), 'null')
})

test('takes the status from the model where it names one', () => {
  assert.equal(rest.writeOutput('lambda', 'CreateFunction', { FunctionName: 'f' }, 'r').status, 201)
  const deleted = rest.writeOutput('lambda', 'RemovePermission', {}, 'r')
  assert.equal(deleted.status, 204)
  assert.equal(deleted.body.length, 0)
})

test('an error has its header, its status, and its message under the name its shape gives it', () => {
  const missing = rest.writeError('lambda', new ServiceError('ResourceNotFoundException', 'No f.'), 'r1')
  assert.equal(missing.status, 404)
  assert.equal(missing.headers['x-amzn-ErrorType'], 'ResourceNotFoundException')
  assert.deepEqual(JSON.parse(String(missing.body)), { Message: 'No f.', Type: 'User' })
  const conflict = rest.writeError('lambda', new ServiceError('ResourceConflictException', 'f exists'), 'r1')
  assert.deepEqual(JSON.parse(String(conflict.body)), { message: 'f exists', Type: 'User' })
  assert.equal(conflict.status, 409)
  const fault = rest.writeError('lambda', new ServiceError('ServiceException', ''), 'r1')
  assert.deepEqual([fault.status, JSON.parse(String(fault.body)).Type], [500, 'Server'])
})
