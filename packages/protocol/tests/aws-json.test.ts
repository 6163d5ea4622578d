import assert from 'node:assert/strict'
import { test } from 'node:test'
import { protocolOf, ServiceError, type ServiceName } from '../src/index.ts'

const json = protocolOf('kms')

function read(service: ServiceName, operation: string, body: string) {
  return json.readInput(service, operation, {
    method: 'POST',
    path: '/',
    query: '',
    headers: {},
    body: Buffer.from(body),
  })
}

const refused: { body: string; operation?: string; message: string }[] = [
  { body: '{"ClientId":1}', message: 'NUMBER_VALUE can not be converted to a String' },
  { body: '{"ClientId":true}', message: 'TRUE_VALUE can not be converted to a String' },
  { body: '{"ClientId":{}}', message: 'Start of structure or map found where not expected.' },
  { body: '{"ClientId":[]}', message: 'Start of list found where not expected' },
  { body: '{"UserAttributes":"x"}', message: 'Expected list or null' },
  { body: '{"UserAttributes":{}}', message: 'Start of structure or map found where not expected.' },
  { body: '{"UserAttributes":["x"]}', message: 'Expected map or null' },
  { body: '{"ClientMetadata":[]}', message: 'Start of list found where not expected' },
  { body: '{"ClientMetadata":{"a":1}}', message: 'NUMBER_VALUE can not be converted to a String' },
  {
    body: '{"MaxResults":"1"}',
    operation: 'ListUserPools',
    message: 'STRING_VALUE can not be converted to an Integer',
  },
  {
    body: '{"MaxResults":1.5}',
    operation: 'ListUserPools',
    message: 'DECIMAL_VALUE can not be converted to an Integer',
  },
  {
    body: '{"MaxResults":2147483648}',
    operation: 'ListUserPools',
    message: 'NUMBER_VALUE is out of range for an Integer',
  },
  {
    body: '{"ForceAliasCreation":"true"}',
    operation: 'AdminCreateUser',
    message: 'STRING_VALUE can not be converted to a Boolean',
  },
  { body: '[]', message: 'The request body is not a JSON object.' },
  { body: '"x"', message: 'The request body is not a JSON object.' },
  { body: 'null', message: 'The request body is not a JSON object.' },
  { body: '{', message: 'The request body is not valid JSON.' },
  { body: 'a=b', message: 'The request body is not valid JSON.' },
]
for (const { body, operation = 'SignUp', message } of refused) {
  test(`refuses ${body}`, () => {
    assert.throws(() => read('cognito-idp', operation, body), { code: 'SerializationException', status: 400, message })
  })
}

for (const blob of ['*', 'abc', 'a===', 'YQ', 'YQ==\n', 'YQ_-']) {
  test(`refuses ${JSON.stringify(blob)} as base64`, () => {
    assert.throws(() => read('kms', 'Decrypt', JSON.stringify({ CiphertextBlob: blob })), {
      code: 'SerializationException',
    })
  })
}

test('ignores unknown members and leaves nulls out', () => {
  assert.deepEqual(read('cognito-idp', 'SignUp', '{"ClientId":"a","Username":null,"Colour":"red","constructor":{}}'), {
    ClientId: 'a',
  })
})

test('an empty body counts as an empty object', () => assert.deepEqual(read('kms', 'ListKeys', ''), {}))

test('dangerous keys of maps stay keys and change no prototype', () => {
  const input = read(
    'cognito-idp',
    'SignUp',
    '{"__proto__":{"ClientId":"x"},"ClientMetadata":{"__proto__":"a","constructor":"b"}}',
  )
  assert.deepEqual(Object.entries(input.ClientMetadata as object), [
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ])
  assert.equal(Object.getPrototypeOf(input.ClientMetadata), Object.prototype)
  assert.equal(input.ClientId, undefined)
})

test('a lone surrogate and very deep unknown members are taken', () => {
  assert.equal(read('cognito-idp', 'SignUp', '{"Username":"\\ud83d"}').Username, '\ud83d')
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  assert.deepEqual(read('cognito-idp', 'SignUp', `{"Deep":${deep}}`), {})
})

test('writes moments as seconds with a fraction, bytes as base64, and leaves out what is undefined', () => {
  const answer = json.writeOutput(
    'kms',
    'DescribeKey',
    { KeyMetadata: { KeyId: 'k', CreationDate: new Date(1_234_567_890_123), Arn: undefined } },
    'r1',
  )
  assert.deepEqual(JSON.parse(String(answer.body)), { KeyMetadata: { KeyId: 'k', CreationDate: 1234567890.123 } })
  assert.equal(answer.headers['Content-Type'], 'application/x-amz-json-1.1')
  assert.equal(answer.headers['x-amzn-RequestId'], 'r1')
  const encrypted = json.writeOutput('kms', 'Encrypt', { CiphertextBlob: Buffer.from('hello').subarray(1, 3) }, 'r')
  assert.equal(String(encrypted.body), '{"CiphertextBlob":"ZWw="}')
})

test('writes an error by its shape: name, status, further members', () => {
  const error = new ServiceError('InvalidParameterException', 'No.', { members: { reasonCode: 'X', secret: 'y' } })
  const answer = json.writeError('cognito-idp', error, 'r1')
  assert.equal(answer.status, 400)
  assert.equal(answer.headers['x-amzn-ErrorType'], 'InvalidParameterException')
  assert.deepEqual(JSON.parse(String(answer.body)), {
    __type: 'InvalidParameterException',
    message: 'No.',
    reasonCode: 'X',
  })
  assert.equal(json.writeError('cognito-idp', new ServiceError('InternalErrorException', ''), 'r').status, 500)
})
