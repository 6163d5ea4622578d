import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { createClock, systemRandomness } from '@herald/environment'
import { type Credentials, createCredentials, createSts } from '@herald/local-aws/sts'
import type { Call, Caller, Operation } from '@herald/protocol'

const START = Date.parse('2026-09-01T00:00:00Z')
const alice: Caller = { kind: 'account', arn: 'arn:aws:iam::111122223333:user/alice', accessKeyId: 'alice' }

const callBy = (caller: Caller): Call => ({
  requestId: '00000000-0000-4000-8000-000000000000',
  region: 'eu-west-1',
  accountId: '111122223333',
  caller,
  userAgent: 'test',
  sourceIp: '127.0.0.1',
  traceId: undefined,
  endpoint: 'http://127.0.0.1:4566',
})

let clock: ReturnType<typeof createClock>
let credentials: Credentials
let operations: Readonly<Record<string, Operation>>

beforeEach(() => {
  clock = createClock(() => START)
  credentials = createCredentials({ random: systemRandomness, clock })
  operations = createSts({ credentials }).service.operations
})

const session = {
  roleArn: 'arn:aws:iam::111122223333:role/service-role/sender',
  functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:mail',
  functionName: 'mail',
  sandboxId: 'sandbox-1',
  currentTraceId: () => 'Root=1-5759e988-bd862e3fe1be46a994272793',
}

describe('credentials that Herald issued', () => {
  test("a function's are recognised, with the trace it works on", () => {
    const issued = credentials.issueForFunction(session)
    assert.match(issued.accessKeyId, /^ASIA[A-Z2-7]{16}$/)
    assert.equal(issued.secretAccessKey.length, 40)
    assert.deepEqual(credentials.lookup(issued.accessKeyId, issued.sessionToken, { 'x-amz-source-arn': 'arn:x' }), {
      caller: {
        kind: 'function',
        arn: 'arn:aws:sts::111122223333:assumed-role/sender/mail',
        roleArn: session.roleArn,
        functionArn: session.functionArn,
        sandboxId: 'sandbox-1',
      },
      traceId: 'Root=1-5759e988-bd862e3fe1be46a994272793',
    })
  })

  test('a service says for what it acts; it must not say so without need', () => {
    const issued = credentials.issueForService({ service: 'cognito-idp.amazonaws.com' })
    const headers = { 'x-amz-source-arn': 'arn:aws:cognito-idp:x', 'x-amz-source-account': '111122223333' }
    assert.deepEqual(credentials.lookup(issued.accessKeyId, issued.sessionToken, headers)?.refusal, undefined)
    assert.deepEqual(credentials.lookup(issued.accessKeyId, issued.sessionToken, headers), {
      caller: {
        kind: 'service',
        service: 'cognito-idp.amazonaws.com',
        sourceArn: 'arn:aws:cognito-idp:x',
        sourceAccount: '111122223333',
      },
      traceId: undefined,
    })
    assert.deepEqual(credentials.lookup(issued.accessKeyId, issued.sessionToken), {
      caller: { kind: 'service', service: 'cognito-idp.amazonaws.com' },
      traceId: undefined,
    })
  })

  test('a wrong, missing or borrowed token is refused', () => {
    const one = credentials.issueForFunction(session)
    const other = credentials.issueForFunction(session)
    for (const token of [undefined, '', 'x', other.sessionToken, one.sessionToken.slice(1)]) {
      assert.equal(credentials.lookup(one.accessKeyId, token)?.refusal, 'UnrecognizedClientException')
    }
    assert.notEqual(one.sessionToken, other.sessionToken)
  })

  test('revoked ones, and keys of others, are unknown', () => {
    const issued = credentials.issueForFunction(session)
    issued.revoke()
    assert.equal(credentials.lookup(issued.accessKeyId, issued.sessionToken), undefined)
    assert.equal(credentials.lookup('AKIAIOSFODNN7EXAMPLE', undefined), undefined)
  })
})

describe('GetCallerIdentity', () => {
  const identityOf = (caller: Caller) => operations.GetCallerIdentity!(callBy(caller), {})

  test('names a user', async () => {
    const identity = await identityOf(alice)
    assert.equal(identity.Account, '111122223333')
    assert.equal(identity.Arn, 'arn:aws:iam::111122223333:user/alice')
    assert.match(identity.UserId, /^AIDA[A-Z2-7]{17}$/)
  })

  test("names a function by its role's session", async () => {
    const found = credentials.lookup(...pair(credentials.issueForFunction(session)))
    assert.ok(found && !found.refusal && 'caller' in found)
    const identity = await identityOf(found.caller)
    assert.equal(identity.Arn, 'arn:aws:sts::111122223333:assumed-role/sender/mail')
    assert.match(identity.UserId, /^AROA[A-Z2-7]{17}:mail$/)
  })

  test('refuses the anonymous and services', async () => {
    await assert.rejects(identityOf({ kind: 'anonymous' }), { code: 'MissingAuthenticationToken' })
    await assert.rejects(identityOf({ kind: 'service', service: 'cognito-idp.amazonaws.com' }), {
      code: 'AccessDenied',
    })
  })
})

describe('AssumeRole', () => {
  const input = { RoleArn: 'arn:aws:iam::444455556666:role/deploy/admin', RoleSessionName: 'me' }

  test('makes the caller the role until the time is over', async () => {
    const answer = await operations.AssumeRole!(callBy(alice), { ...input, DurationSeconds: 900 })
    const { AccessKeyId, SessionToken, Expiration } = answer.Credentials
    assert.equal(answer.AssumedRoleUser.Arn, 'arn:aws:sts::444455556666:assumed-role/admin/me')
    assert.equal(Expiration.getTime(), START + 900_000)
    const found = credentials.lookup(AccessKeyId, SessionToken)
    assert.ok(found && !found.refusal && 'caller' in found)
    const identity = await operations.GetCallerIdentity!(callBy(found.caller), {})
    assert.equal(identity.Account, '444455556666')
    assert.equal(identity.UserId, answer.AssumedRoleUser.AssumedRoleId)

    clock.advance(899_999)
    assert.equal(credentials.lookup(AccessKeyId, SessionToken)?.refusal, undefined)
    clock.advance(1)
    assert.equal(credentials.lookup(AccessKeyId, SessionToken)?.refusal, 'ExpiredTokenException')
  })

  test('refuses what is no role, and session policies by name', async () => {
    const assume = (changes: object) => operations.AssumeRole!(callBy(alice), { ...input, ...changes })
    await assert.rejects(assume({ RoleArn: 'arn:aws:iam::444455556666:user/admin' }), { code: 'ValidationError' })
    await assert.rejects(assume({ Policy: '{}' }), { code: 'ValidationError', message: /Session policies.*not built/ })
  })
})

describe('GetSessionToken', () => {
  test('gives the user other keys, but a session none', async () => {
    const answer = await operations.GetSessionToken!(callBy(alice), {})
    const found = credentials.lookup(answer.Credentials.AccessKeyId, answer.Credentials.SessionToken)
    assert.ok(found && !found.refusal && 'caller' in found)
    assert.deepEqual(found.caller, { ...alice, accessKeyId: answer.Credentials.AccessKeyId })
    const role = { ...alice, arn: 'arn:aws:sts::111122223333:assumed-role/admin/me' }
    await assert.rejects(operations.GetSessionToken!(callBy(role), {}), { code: 'AccessDenied' })
  })
})

const pair = (issued: { accessKeyId: string; sessionToken: string }) =>
  [issued.accessKeyId, issued.sessionToken] as const
