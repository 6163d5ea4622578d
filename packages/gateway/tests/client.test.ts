import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Call, createAwsClient, type Service, ServiceError } from '@herald/protocol'
import { startGateway } from './gateway-under-test.ts'

const credentials = () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' })

test('Herald’s own client speaks all three wire forms', async (t) => {
  const calls: { call: Call; input: unknown }[] = []
  const echo = (output: object) => async (call: Call, input: unknown) => {
    calls.push({ call, input })
    return output
  }
  const services: Service[] = [
    { name: 'kms', operations: { GenerateDataKey: echo({ Plaintext: new Uint8Array([1, 2]), KeyId: 'arn' }) } },
    { name: 'lambda', operations: { Invoke: echo({ StatusCode: 202, Payload: new Uint8Array(0) }) } },
    { name: 'sns', operations: { Publish: echo({ MessageId: 'm' }) } },
  ]
  const { endpoint } = await startGateway(t, services)
  const client = createAwsClient({ endpoint: () => endpoint, region: 'eu-central-1', credentials })
  t.after(() => client.close())

  const key = await client.call('kms', 'GenerateDataKey', {
    KeyId: 'alias/a',
    KeySpec: 'AES_256',
    EncryptionContext: { a: 'b' },
  })
  assert.deepEqual(key, { Plaintext: new Uint8Array([1, 2]), KeyId: 'arn' })
  const invoked = await client.call(
    'lambda',
    'Invoke',
    {
      FunctionName: 'arn:aws:lambda:us-east-1:000000000000:function:f',
      InvocationType: 'Event',
      Payload: Buffer.from('{}'),
    },
    { headers: { 'X-Amzn-Trace-Id': 'Root=1-2-3' }, region: 'us-west-2' },
  )
  assert.deepEqual(invoked, { StatusCode: 202 })
  const message = {
    PhoneNumber: '+15550100',
    Message: 'é & +',
    MessageAttributes: { a: { DataType: 'String', StringValue: '1' } },
  }
  assert.deepEqual(await client.call('sns', 'Publish', message), { MessageId: 'm' })

  assert.deepEqual(
    calls.map(({ call }) => [call.region, call.traceId]),
    [
      ['eu-central-1', undefined],
      ['us-west-2', 'Root=1-2-3'],
      ['eu-central-1', undefined],
    ],
  )
  assert.deepEqual(calls[2]?.input, message)
})

test('a refusal comes as ServiceError with the remote code and status', async (t) => {
  const refuse = (code: string) => async () => {
    throw new ServiceError(code, `${code}!`)
  }
  const services: Service[] = [
    { name: 'kms', operations: { Decrypt: refuse('DisabledException') } },
    { name: 'lambda', operations: { GetFunction: refuse('ResourceNotFoundException') } },
    { name: 'sns', operations: { Publish: refuse('InvalidParameterException') } },
  ]
  const { endpoint } = await startGateway(t, services)
  const client = createAwsClient({ endpoint: () => endpoint, region: 'us-east-1', credentials })
  t.after(() => client.close())
  await assert.rejects(client.call('kms', 'Decrypt', { CiphertextBlob: new Uint8Array(1) }), {
    name: 'ServiceError',
    code: 'DisabledException',
    message: 'DisabledException!',
    status: 400,
  })
  await assert.rejects(client.call('lambda', 'GetFunction', { FunctionName: 'f' }), {
    code: 'ResourceNotFoundException',
    status: 404,
  })
  await assert.rejects(client.call('sns', 'Publish', { Message: 'x' }), {
    code: 'InvalidParameter',
    message: 'InvalidParameterException!',
  })
})

test('calls are refused where the guard says so, and end with their signal', async (t) => {
  const { endpoint } = await startGateway(t, [{ name: 'kms', operations: { ListKeys: () => new Promise(() => {}) } }])
  const guarded = createAwsClient({
    endpoint: () => endpoint,
    region: 'us-east-1',
    credentials,
    guard: (what) => {
      throw new Error(`${what} inside a transaction`)
    },
  })
  await assert.rejects(guarded.call('kms', 'ListKeys', {}), { message: 'A call of ListKeys inside a transaction' })
  const client = createAwsClient({ endpoint: () => endpoint, region: 'us-east-1', credentials })
  t.after(() => client.close())
  const controller = new AbortController()
  const waiting = client.call('kms', 'ListKeys', {}, { signal: controller.signal })
  controller.abort()
  await assert.rejects(waiting, { name: 'AbortError' })
})

test('a call within this process meets what one by the port meets', async (t) => {
  const calls: unknown[] = []
  const services: Service[] = [
    {
      name: 'kms',
      operations: {
        async GenerateDataKey({ region, caller, traceId, accountId }, input) {
          calls.push({ region, caller, traceId, accountId, input })
          return { KeyId: 'arn' }
        },
        async Decrypt() {
          throw new ServiceError('DisabledException', 'disabled!')
        },
        async Encrypt() {
          throw new TypeError('a secret detail')
        },
      },
    },
  ]
  const { endpoint, direct, faults } = await startGateway(t, services, {
    lookupCaller: (accessKeyId, sessionToken, headers) =>
      sessionToken === 'expired'
        ? { refusal: 'ExpiredTokenException', message: 'expired!' }
        : {
            caller: { kind: 'service', service: accessKeyId, sourceArn: headers['x-amz-source-arn'] ?? '' },
            traceId: 'own',
          },
  })
  const clientOf = (session: string, more: object) =>
    createAwsClient({
      endpoint: () => endpoint,
      region: 'eu-central-1',
      credentials: () => ({ ...credentials(), sessionToken: session }),
      ...more,
    })
  const outcomes: unknown[][] = []
  for (const more of [{}, { direct }]) {
    const client = clientOf('token', more)
    const late = clientOf('expired', more)
    t.after(() => {
      client.close()
      late.close()
    })
    const refusal = (error: ServiceError) => [error.name, error.code, error.message]
    outcomes.push([
      await client.call('kms', 'GenerateDataKey', { KeyId: 'k', EncryptionContext: { a: 'b' } }),
      await client.call(
        'kms',
        'GenerateDataKey',
        { KeyId: 'k' },
        { region: 'us-west-2', headers: { 'X-Amzn-Trace-Id': 'Root=1', 'X-Amz-Source-Arn': 'arn:pool' } },
      ),
      await client.call('kms', 'GenerateDataKey', { KeyId: '' }).catch(refusal),
      await client.call('kms', 'Decrypt', { CiphertextBlob: new Uint8Array(1) }).catch(refusal),
      await client.call('kms', 'Encrypt', { KeyId: 'k', Plaintext: new Uint8Array(1) }).catch(refusal),
      await client.call('kms', 'Verify', { KeyId: 'k' } as never).catch(refusal),
      await late.call('kms', 'GenerateDataKey', { KeyId: 'k' }).catch(refusal),
      calls.splice(0),
      faults.splice(0).map(String),
    ])
  }
  assert.deepEqual(outcomes[1], outcomes[0])
  assert.partialDeepStrictEqual(outcomes[0]?.[7], [{ traceId: 'own' }, { region: 'us-west-2', traceId: 'Root=1' }])
  assert.doesNotMatch(JSON.stringify(outcomes[0]?.[4]), /secret detail/)
})

test('whoever stops waiting for a call within this process gets an error', async () => {
  const stop = new AbortController()
  const client = createAwsClient({
    endpoint: () => 'http://127.0.0.1:1',
    region: 'eu-central-1',
    credentials,
    direct: () => new Promise(() => {}),
  })
  const waiting = client.call('kms', 'Decrypt', { CiphertextBlob: new Uint8Array(1) }, { signal: stop.signal })
  stop.abort(new Error('no longer'))
  await assert.rejects(waiting, /no longer/)
})
