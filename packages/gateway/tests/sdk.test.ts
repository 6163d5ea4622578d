import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cognito from '@aws-sdk/client-cognito-identity-provider'
import * as kms from '@aws-sdk/client-kms'
import * as lambda from '@aws-sdk/client-lambda'
import * as ses from '@aws-sdk/client-ses'
import * as sesv2 from '@aws-sdk/client-sesv2'
import * as sns from '@aws-sdk/client-sns'
import * as sts from '@aws-sdk/client-sts'
import { type Call, type Operation, type Service, ServiceError, type ServiceName } from '@herald/protocol'
import { startGateway } from './gateway-under-test.ts'

/** A service of one operation, which answers `output` and keeps what it was called with. */
function answering(name: ServiceName, operation: string, output: unknown) {
  const seen: { call: Call; input: Record<string, unknown> }[] = []
  const run: Operation = async (call, input) => {
    seen.push({ call, input })
    if (output instanceof Error) throw output
    return output
  }
  const service: Service = { name, operations: { [operation]: run } }
  return { service, seen }
}

const settings = (endpoint: string) => ({
  endpoint,
  region: 'eu-west-1',
  maxAttempts: 1,
  credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' },
})

const uuid = /^00000000-0000-4000-8000-\d{12}$/

test('KMS: moments, bytes, maps and lists arrive whole, and the call says who, where and when', async (t) => {
  const created = new Date(1_700_000_000_123)
  const key = { KeyId: 'k', CreationDate: created, EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] }
  const { service, seen } = answering('kms', 'CreateKey', { KeyMetadata: key })
  const encrypt = answering('kms', 'Encrypt', { CiphertextBlob: new Uint8Array([0, 255, 128]), KeyId: undefined })
  const operations = { ...service.operations, ...encrypt.service.operations }
  const { endpoint } = await startGateway(t, [{ name: 'kms', operations }])
  const client = new kms.KMSClient(settings(endpoint))
  const output = await client.send(
    new kms.CreateKeyCommand({ Description: 'é😀', Tags: [{ TagKey: 'a', TagValue: 'b' }] }),
  )
  assert.deepEqual(output.KeyMetadata, key)
  assert.match(output.$metadata.requestId ?? '', uuid)
  const [first] = seen
  assert.deepEqual(first?.input, { Description: 'é😀', Tags: [{ TagKey: 'a', TagValue: 'b' }] })
  assert.equal(first?.call.region, 'eu-west-1')
  assert.equal(first?.call.requestId, output.$metadata.requestId)
  assert.equal(first?.call.endpoint, endpoint)
  assert.match(first?.call.userAgent ?? '', /aws-sdk-js/)
  assert.equal(first?.call.sourceIp, '127.0.0.1')
  const arn = 'arn:aws:iam::000000000000:user/AKIAEXAMPLE'
  assert.deepEqual(first?.call.caller, { kind: 'account', arn, accessKeyId: 'AKIAEXAMPLE' })

  const plaintext = new Uint8Array([1, 2, 250])
  const context = { 'userpool-id': 'eu-west-1_a', é: 'ü' }
  const encrypted = await client.send(
    new kms.EncryptCommand({ KeyId: 'k', Plaintext: plaintext, EncryptionContext: context }),
  )
  assert.deepEqual([...(encrypted.CiphertextBlob ?? [])], [0, 255, 128])
  assert.equal(encrypted.KeyId, undefined)
  assert.deepEqual(encrypt.seen[0]?.input, { KeyId: 'k', Plaintext: plaintext, EncryptionContext: context })
})

test('user pools: public operations come without a signature, refusals as the SDK’s own classes', async (t) => {
  const refusal = new ServiceError('InvalidParameterException', 'Username should be an email.', {
    members: { reasonCode: 'R' },
  })
  const { service, seen } = answering('cognito-idp', 'SignUp', refusal)
  const { endpoint } = await startGateway(t, [service])
  const client = new cognito.CognitoIdentityProviderClient(settings(endpoint))
  const attempt = client.send(new cognito.SignUpCommand({ ClientId: 'abc', Username: 'a', Password: 'secret1' }))
  await assert.rejects(attempt, (error) => {
    assert.ok(error instanceof cognito.InvalidParameterException)
    assert.equal(error.message, 'Username should be an email.')
    assert.equal(error.reasonCode, 'R')
    assert.equal(error.$metadata.httpStatusCode, 400)
    assert.match(error.$metadata.requestId ?? '', uuid)
    return true
  })
  assert.deepEqual(seen[0]?.call.caller, { kind: 'anonymous' })
  await assert.rejects(client.send(new cognito.SignUpCommand({ ClientId: 'a b', Username: 'a' })), {
    name: 'InvalidParameterException',
    message:
      "1 validation error detected: Value at 'clientId' failed to satisfy constraint: " +
      'Member must satisfy regular expression pattern: [\\w+]+',
  })
  await assert.rejects(client.send(new cognito.AdminListDevicesCommand({ UserPoolId: 'x_y', Username: 'a' })), {
    name: 'OperationNotBuiltException',
    message: 'AdminListDevices exists on Amazon Cognito, but is not built yet in Herald.',
  })
})

test('an operation only the newest SDK knows is refused by name too', async (t) => {
  const { endpoint } = await startGateway(t, [])
  const client = new cognito.CognitoIdentityProviderClient(settings(endpoint))
  const commands = cognito as unknown as Record<string, new (input: object) => cognito.SignUpCommand>
  const Newer = commands.ListUserSessionsCommand
  assert.ok(Newer, 'the installed SDK is older than the one that package.json names')
  await assert.rejects(client.send(new Newer({ AccessToken: 'a.b.c' })), { name: 'OperationNotBuiltException' })
})

test('Lambda: labels, query, headers and bytes', async (t) => {
  const invoked = {
    StatusCode: 200,
    FunctionError: 'Unhandled',
    LogResult: 'bG9n',
    Payload: Buffer.from('{"b":2}'),
    ExecutedVersion: '$LATEST',
  }
  const { service, seen } = answering('lambda', 'Invoke', invoked)
  const create = answering('lambda', 'CreateFunction', {
    FunctionName: 'f',
    Timeout: 3,
    Environment: { Variables: { A: '1' } },
  })
  const operations = { ...service.operations, ...create.service.operations }
  const { endpoint } = await startGateway(t, [{ name: 'lambda', operations }])
  const client = new lambda.LambdaClient(settings(endpoint))
  const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:f'
  const output = await client.send(
    new lambda.InvokeCommand({ FunctionName: arn, Qualifier: '$LATEST', LogType: 'Tail', Payload: '{"a":1}' }),
  )
  assert.deepEqual(
    {
      StatusCode: output.StatusCode,
      FunctionError: output.FunctionError,
      LogResult: output.LogResult,
      ExecutedVersion: output.ExecutedVersion,
    },
    { StatusCode: 200, FunctionError: 'Unhandled', LogResult: 'bG9n', ExecutedVersion: '$LATEST' },
  )
  assert.equal(output.Payload?.transformToString(), '{"b":2}')
  const { Payload, ...input } = seen[0]?.input ?? {}
  assert.deepEqual(input, { FunctionName: arn, Qualifier: '$LATEST', LogType: 'Tail' })
  assert.equal(Buffer.from(Payload as Uint8Array).toString(), '{"a":1}')

  const zip = new Uint8Array(3_000_000).fill(1)
  const created = await client.send(
    new lambda.CreateFunctionCommand({
      FunctionName: 'f',
      Role: 'arn:aws:iam::000000000000:role/r',
      Code: { ZipFile: zip },
    }),
  )
  assert.equal(created.$metadata.httpStatusCode, 201)
  assert.deepEqual(created.Environment, { Variables: { A: '1' } })
  assert.equal((create.seen[0]!.input.Code as { ZipFile: Uint8Array }).ZipFile.length, 3_000_000)
})

test('Lambda: errors of both spellings become classes', async (t) => {
  const missing = answering(
    'lambda',
    'GetFunction',
    new ServiceError('ResourceNotFoundException', 'Function not found'),
  )
  const exists = answering('lambda', 'PublishVersion', new ServiceError('ResourceConflictException', 'exists'))
  const operations = { ...missing.service.operations, ...exists.service.operations }
  const { endpoint } = await startGateway(t, [{ name: 'lambda', operations }])
  const client = new lambda.LambdaClient(settings(endpoint))
  await assert.rejects(client.send(new lambda.GetFunctionCommand({ FunctionName: 'f' })), (error) => {
    assert.ok(error instanceof lambda.ResourceNotFoundException)
    assert.deepEqual([error.message, error.Type, error.$metadata.httpStatusCode], ['Function not found', 'User', 404])
    return true
  })
  await assert.rejects(client.send(new lambda.PublishVersionCommand({ FunctionName: 'f' })), (error) => {
    assert.ok(error instanceof lambda.ResourceConflictException)
    assert.equal(error.message, 'exists')
    return true
  })
  await assert.rejects(client.send(new lambda.GetFunctionCommand({ FunctionName: '!' })), {
    name: 'ValidationException',
  })
})

test('SNS: maps of structures in, XML out, errors by their wire code', async (t) => {
  const { service, seen } = answering('sns', 'Publish', { MessageId: 'm <1> & "2"' })
  const refuse = answering(
    'sns',
    'Subscribe',
    new ServiceError('InvalidParameterException', 'Invalid parameter: TopicArn'),
  )
  const list = answering('sns', 'GetSMSAttributes', { attributes: { MonthlySpendLimit: '1', 'a b': '<é>' } })
  const operations = { ...service.operations, ...refuse.service.operations, ...list.service.operations }
  const { endpoint } = await startGateway(t, [{ name: 'sns', operations }])
  const client = new sns.SNSClient(settings(endpoint))
  const attributes = { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } }
  const output = await client.send(
    new sns.PublishCommand({
      PhoneNumber: '+15550100',
      Message: 'Your code is 1 & 2 + é',
      MessageAttributes: attributes,
    }),
  )
  assert.equal(output.MessageId, 'm <1> & "2"')
  assert.match(output.$metadata.requestId ?? '', uuid)
  assert.deepEqual(seen[0]?.input, {
    PhoneNumber: '+15550100',
    Message: 'Your code is 1 & 2 + é',
    MessageAttributes: attributes,
  })
  assert.deepEqual((await client.send(new sns.GetSMSAttributesCommand({}))).attributes, {
    MonthlySpendLimit: '1',
    'a b': '<é>',
  })
  await assert.rejects(client.send(new sns.SubscribeCommand({ TopicArn: 't', Protocol: 'sms' })), (error) => {
    assert.ok(error instanceof sns.InvalidParameterException)
    assert.equal(error.message, 'Invalid parameter: TopicArn')
    return true
  })
  await assert.rejects(client.send(new sns.CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber: '+1' })), {
    name: 'OperationNotBuilt',
  })
})

test('SES: the signature’s service is the same for both APIs, the path tells them apart', async (t) => {
  const first = answering('ses', 'SendRawEmail', { MessageId: 'one' })
  const second = answering('sesv2', 'SendEmail', { MessageId: 'two' })
  const { endpoint } = await startGateway(t, [first.service, second.service])
  const raw = Buffer.from('Subject: é\r\n\r\nHi')
  const one = await new ses.SESClient(settings(endpoint)).send(
    new ses.SendRawEmailCommand({ RawMessage: { Data: raw }, Destinations: ['a@b.example', 'c@d.example'] }),
  )
  assert.equal(one.MessageId, 'one')
  assert.deepEqual(first.seen[0]?.input, {
    RawMessage: { Data: new Uint8Array(raw) },
    Destinations: ['a@b.example', 'c@d.example'],
  })
  const two = await new sesv2.SESv2Client(settings(endpoint)).send(
    new sesv2.SendEmailCommand({ FromEmailAddress: 'a@b.example', Content: { Raw: { Data: raw } } }),
  )
  assert.equal(two.MessageId, 'two')
  assert.deepEqual(second.seen[0]?.input, {
    FromEmailAddress: 'a@b.example',
    Content: { Raw: { Data: new Uint8Array(raw) } },
  })
})

test('STS: who the caller is, and credentials with their expiry', async (t) => {
  const expiry = new Date(1_700_000_000_000)
  const identity: Operation = async (call: Call) => ({
    Account: call.accountId,
    Arn: 'arn' in call.caller ? call.caller.arn : undefined,
  })
  const credentials = {
    AccessKeyId: 'ASIAAAAAAAAAAAAAAAAA',
    SecretAccessKey: 's',
    SessionToken: 't',
    Expiration: expiry,
  }
  const assume: Operation = async () => ({ Credentials: credentials })
  const { endpoint } = await startGateway(t, [
    { name: 'sts', operations: { GetCallerIdentity: identity, AssumeRole: assume } },
  ])
  const client = new sts.STSClient(settings(endpoint))
  const output = await client.send(new sts.GetCallerIdentityCommand({}))
  assert.deepEqual([output.Account, output.Arn], ['000000000000', 'arn:aws:iam::000000000000:user/AKIAEXAMPLE'])
  const role = { RoleArn: 'arn:aws:iam::000000000000:role/r', RoleSessionName: 'me' }
  assert.deepEqual((await client.send(new sts.AssumeRoleCommand(role))).Credentials, credentials)
  await assert.rejects(client.send(new sts.AssumeRoleCommand({ ...role, DurationSeconds: 1 })), {
    name: 'ValidationError',
    message:
      /Value '1' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900/,
  })
})

test('a defect tells the caller nothing and reports everything', async (t) => {
  const defect = new TypeError('the code is 123456')
  const { service } = answering('kms', 'ListKeys', defect)
  const { endpoint, faults } = await startGateway(t, [service])
  await assert.rejects(new kms.KMSClient(settings(endpoint)).send(new kms.ListKeysCommand({})), (error) => {
    assert.ok(error instanceof kms.KMSInternalException)
    assert.equal(error.$metadata.httpStatusCode, 500)
    assert.doesNotMatch(error.message, /123456/)
    return true
  })
  assert.deepEqual(faults, [defect])
})
