import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findFailures, ServiceError, type ServiceName, validateInput } from '../src/index.ts'

interface Row {
  name: string
  service?: ServiceName
  operation: string
  input: object
  sentences: string[]
}

const client = { ClientId: 'abc', Username: 'a', Password: 'x' }
const failed = (value: string, at: string, constraint: string) =>
  `${value} at '${at}' failed to satisfy constraint: ${constraint}`

const rows: Row[] = [
  { name: 'a valid input', operation: 'SignUp', input: client, sentences: [] },
  {
    name: 'a missing member, sensitive or not',
    operation: 'SignUp',
    input: { Password: 'x' },
    sentences: [
      failed('Value null', 'clientId', 'Member must not be null'),
      failed('Value null', 'username', 'Member must not be null'),
    ],
  },
  {
    name: 'a pattern, with the value',
    operation: 'DescribeUserPool',
    input: { UserPoolId: 'x' },
    sentences: [
      failed("Value 'x'", 'userPoolId', 'Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+'),
    ],
  },
  {
    name: 'a sensitive value, which is not shown',
    operation: 'SignUp',
    input: { ...client, Username: '' },
    sentences: [
      failed('Value', 'username', 'Member must have length greater than or equal to 1'),
      failed('Value', 'username', 'Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+'),
    ],
  },
  {
    name: 'a member of a structure in a list',
    operation: 'SignUp',
    input: { ...client, UserAttributes: [{ Name: 'email' }, { Name: 'x'.repeat(33) }] },
    sentences: [
      failed(
        `Value '${'x'.repeat(33)}'`,
        'userAttributes.2.member.name',
        'Member must have length less than or equal to 32',
      ),
    ],
  },
  {
    name: 'a nested member that is missing',
    operation: 'CreateUserPool',
    input: {
      PoolName: 'p',
      LambdaConfig: { CustomEmailSender: { LambdaArn: 'arn:aws:lambda:us-east-1:000000000000:function:f' } },
    },
    sentences: [failed('Value null', 'lambdaConfig.customEmailSender.lambdaVersion', 'Member must not be null')],
  },
  {
    name: 'a number that is too small',
    operation: 'ListUserPools',
    input: { MaxResults: 0 },
    sentences: [failed("Value '0'", 'maxResults', 'Member must have value greater than or equal to 1')],
  },
  {
    name: 'a number that is too large',
    operation: 'ListUserPools',
    input: { MaxResults: 61 },
    sentences: [failed("Value '61'", 'maxResults', 'Member must have value less than or equal to 60')],
  },
  {
    name: 'an enum',
    operation: 'AdminCreateUser',
    input: { UserPoolId: 'us-east-1_a', Username: 'a', MessageAction: 'SEND' },
    sentences: [failed("Value 'SEND'", 'messageAction', 'Member must satisfy enum value set: [RESEND, SUPPRESS]')],
  },
  {
    name: 'an enum in a list, where the list is what fails',
    operation: 'AdminCreateUser',
    input: { UserPoolId: 'us-east-1_a', Username: 'a', DesiredDeliveryMediums: ['EMAIL', 'FAX'] },
    sentences: [
      failed(
        "Value '[EMAIL, FAX]'",
        'desiredDeliveryMediums',
        'Member must satisfy constraint: [Member must satisfy enum value set: [SMS, EMAIL]]',
      ),
    ],
  },
  {
    name: 'a null in a list',
    operation: 'AdminCreateUser',
    input: { UserPoolId: 'us-east-1_a', Username: 'a', DesiredDeliveryMediums: [null] },
    sentences: [
      failed("Value '[null]'", 'desiredDeliveryMediums', 'Member must satisfy constraint: [Member must not be null]'),
    ],
  },
  {
    name: 'keys and values of a map',
    operation: 'TagResource',
    input: {
      ResourceArn: 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_a',
      Tags: { '': 'x'.repeat(257) },
    },
    sentences: [
      failed(
        `Value '{=${'x'.repeat(257)}}'`,
        'tags',
        'Map keys must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]',
      ),
      failed(
        `Value '{=${'x'.repeat(257)}}'`,
        'tags',
        'Map value must satisfy constraint: [Member must have length less than or equal to 256, Member must have length greater than or equal to 0]',
      ),
    ],
  },
  {
    name: 'a list that is too short',
    service: 'lambda',
    operation: 'CreateFunction',
    input: { FunctionName: 'f', Role: 'arn:aws:iam::000000000000:role/r', Code: {}, Architectures: [] },
    sentences: [failed("Value '[]'", 'architectures', 'Member must have length greater than or equal to 1')],
  },
  {
    name: 'bytes, as Java prints them',
    service: 'kms',
    operation: 'Decrypt',
    input: { CiphertextBlob: new Uint8Array(0) },
    sentences: [
      failed(
        "Value 'java.nio.HeapByteBuffer[pos=0 lim=0 cap=0]'",
        'ciphertextBlob',
        'Member must have length greater than or equal to 1',
      ),
    ],
  },
  {
    name: 'sensitive bytes',
    service: 'kms',
    operation: 'Encrypt',
    input: { KeyId: 'k', Plaintext: new Uint8Array(4097) },
    sentences: [failed('Value', 'plaintext', 'Member must have length less than or equal to 4096')],
  },
]

for (const { name, service = 'cognito-idp', operation, input, sentences } of rows) {
  test(`says what is wrong with ${name}`, () => assert.deepEqual(findFailures(service, operation, input), sentences))
}

test('joins the sentences and counts them', () => {
  assert.throws(() => validateInput('cognito-idp', 'SignUp', { Password: 'x' }), {
    name: 'ServiceError',
    code: 'InvalidParameterException',
    message:
      "2 validation errors detected: Value null at 'clientId' failed to satisfy constraint: Member must not be null; " +
      "Value null at 'username' failed to satisfy constraint: Member must not be null",
  })
})

test('answers with the code that each service uses for it', () => {
  const codes: [ServiceName, string, string][] = [
    ['cognito-idp', 'GetUser', 'InvalidParameterException'],
    ['kms', 'DescribeKey', 'ValidationException'],
    ['lambda', 'GetFunction', 'ValidationException'],
    ['sns', 'Subscribe', 'ValidationError'],
    ['ses', 'SendRawEmail', 'ValidationError'],
    ['sts', 'AssumeRole', 'ValidationError'],
    ['sesv2', 'SendEmail', 'BadRequestException'],
  ]
  for (const [service, operation, code] of codes) {
    assert.throws(
      () => validateInput(service, operation, {}),
      (error) => error instanceof ServiceError && error.code === code && error.status === 400,
      service,
    )
  }
})

test('a very long value is refused by its length, and quickly', () => {
  const start = performance.now()
  const failures = findFailures('cognito-idp', 'DescribeUserPool', { UserPoolId: 'a_'.repeat(500_000) })
  assert.equal(failures.length, 1)
  assert.match(failures[0]!, /less than or equal to 55$/)
  assert.ok(performance.now() - start < 1000)
})
