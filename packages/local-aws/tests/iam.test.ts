import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  conditionContext,
  evaluatePolicy,
  MalformedPolicyError,
  type Principal,
  parsePolicy,
  principalOf,
} from '@herald/local-aws/iam'

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const alice = principalOf({ kind: 'account', arn: 'arn:aws:iam::111122223333:user/Alice', accessKeyId: 'Alice' })
const stranger = principalOf({ kind: 'account', arn: 'arn:aws:iam::999999999999:user/Eve', accessKeyId: 'Eve' })
const handler = principalOf({
  kind: 'function',
  arn: 'arn:aws:sts::111122223333:assumed-role/sender/sender-fn',
  roleArn: 'arn:aws:iam::111122223333:role/deploy/sender',
  functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:sender-fn',
  sandboxId: 's1',
})
const session = principalOf({
  kind: 'account',
  arn: 'arn:aws:sts::111122223333:assumed-role/admin/me',
  accessKeyId: 'ASIAX',
})
const cognito = principalOf({ kind: 'service', service: 'cognito-idp.amazonaws.com' })
const nobody = principalOf({ kind: 'anonymous' })

type Values = Parameters<typeof conditionContext>[0]

function ask(statements: object | object[], principal: Principal, values: Values = {}, action = 'kms:Decrypt') {
  const policy = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }))
  return evaluatePolicy(policy, { principal, action, resource: KEY, context: conditionContext(values) })
}

const allow = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }

describe('who a statement names', () => {
  const root = { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }
  const cases: [string, object, Principal, string][] = [
    ['the root delegates to a user of the account', root, alice, 'allow'],
    ['the root delegates to a function of the account', root, handler, 'allow'],
    ['a bare account number is its root', { ...allow, Principal: { AWS: '111122223333' } }, alice, 'allow'],
    ['the root does not name a stranger', root, stranger, 'none'],
    ['the root does not name an AWS service', root, cognito, 'none'],
    ['the root does not name the anonymous', root, nobody, 'none'],
    ['a user by ARN', { ...allow, Principal: { AWS: ['arn:aws:iam::111122223333:user/Alice'] } }, alice, 'allow'],
    ['another user by ARN', { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:user/Bob' } }, alice, 'none'],
    [
      "a function's role, path and all",
      { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:role/deploy/sender' } },
      handler,
      'allow',
    ],
    [
      "a function's role under another path",
      { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:role/x/sender' } },
      handler,
      'none',
    ],
    [
      "an assumed role's role",
      { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:role/admin' } },
      session,
      'allow',
    ],
    [
      'an assumed role with a path',
      { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:role/a/admin' } },
      session,
      'allow',
    ],
    [
      "a session's own ARN",
      { ...allow, Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/admin/me' } },
      session,
      'allow',
    ],
    ['a service', { ...allow, Principal: { Service: 'cognito-idp.amazonaws.com' } }, cognito, 'allow'],
    ['another service', { ...allow, Principal: { Service: 'sns.amazonaws.com' } }, cognito, 'none'],
    ['everyone', { ...allow, Principal: { AWS: '*' } }, nobody, 'allow'],
    [
      'not those',
      { ...allow, Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:user/Alice' } },
      alice,
      'none',
    ],
    [
      'all but those',
      { ...allow, Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:user/Bob' } },
      alice,
      'allow',
    ],
  ]
  for (const [name, statement, principal, answer] of cases) {
    test(name, () => assert.equal(ask(statement, principal), answer))
  }
})

describe('actions, resources and effect', () => {
  test('an explicit Deny wins, in whatever order', () => {
    const deny = { ...allow, Effect: 'Deny', Action: ['kms:decrypt'] }
    assert.equal(ask([allow, deny], alice), 'deny')
    assert.equal(ask([deny, allow], alice), 'deny')
    assert.equal(ask([deny, allow], alice, {}, 'kms:Encrypt'), 'allow')
  })
  test('wildcards and exceptions', () => {
    assert.equal(ask({ ...allow, Action: 'kms:GenerateDataKey*' }, alice, {}, 'kms:GenerateDataKey'), 'allow')
    assert.equal(ask({ ...allow, Action: 'kms:GenerateDataKey?' }, alice, {}, 'kms:GenerateDataKey'), 'none')
    assert.equal(ask({ ...allow, Action: undefined, NotAction: 'kms:Decrypt' }, alice), 'none')
    assert.equal(ask({ ...allow, Action: undefined, NotAction: 'kms:Encrypt' }, alice), 'allow')
    assert.equal(ask({ ...allow, Resource: 'arn:aws:kms:*:111122223333:key/*' }, alice), 'allow')
    assert.equal(ask({ ...allow, Resource: 'arn:aws:kms:us-east-1:*:key/*' }, alice), 'none')
    assert.equal(ask({ ...allow, Resource: undefined, NotResource: KEY }, alice), 'none')
  })
})

describe('conditions', () => {
  const pool = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbC'
  const given: Values = {
    'aws:SourceArn': pool,
    'aws:SourceAccount': '111122223333',
    'kms:EncryptionContext:userpool-id': 'eu-west-1_AbC',
    'kms:EncryptionContextKeys': ['aws-crypto-public-key', 'userpool-id'],
    'kms:GrantIsForAWSResource': true,
    'kms:ScheduleKeyDeletionPendingWindowInDays': 7,
    'aws:CurrentTime': '2026-09-01T00:00:00Z',
    'aws:SourceIp': '127.0.0.1',
    'aws:PrincipalAccount': '111122223333',
  }
  const variable = (name: string) => `$\{${name}}`
  const cases: [object, 'allow' | 'none'][] = [
    [{ StringEquals: { 'aws:SourceAccount': '111122223333' } }, 'allow'],
    [{ StringEquals: { 'AWS:sourceaccount': ['000000000000', '111122223333'] } }, 'allow'],
    [{ StringEquals: { 'aws:SourceAccount': '1111' } }, 'none'],
    [{ StringEquals: { 'aws:SourceAccount': variable('aws:PrincipalAccount') } }, 'allow'],
    [{ StringEquals: { 'aws:SourceAccount': variable('aws:Unknown') } }, 'none'],
    [{ StringEquals: { 'kms:EncryptionContext:userpool-id': 'eu-west-1_AbC' } }, 'allow'],
    [{ StringEquals: { 'kms:EncryptionContext:userpool-id': 'eu-west-1_abc' } }, 'none'],
    [{ StringEqualsIgnoreCase: { 'kms:EncryptionContext:userpool-id': 'EU-WEST-1_ABC' } }, 'allow'],
    [{ StringLike: { 'kms:EncryptionContext:userpool-id': 'eu-west-1_*' } }, 'allow'],
    [{ StringNotLike: { 'kms:EncryptionContext:userpool-id': 'eu-west-1_*' } }, 'none'],
    [{ StringNotEquals: { 'kms:EncryptionContext:userpool-id': ['a', 'b'] } }, 'allow'],
    [{ StringNotEquals: { 'kms:EncryptionContext:userpool-id': ['a', 'eu-west-1_AbC'] } }, 'none'],
    [{ StringNotEquals: { 'kms:ViaService': 'x' } }, 'allow'],
    [{ StringEquals: { 'kms:ViaService': 'x' } }, 'none'],
    [{ StringEqualsIfExists: { 'kms:ViaService': 'x' } }, 'allow'],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:cognito-idp:*:111122223333:userpool/*' } }, 'allow'],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:*:userpool/*' } }, 'none'],
    [{ ArnEquals: { 'aws:SourceArn': pool } }, 'allow'],
    [{ ArnNotLike: { 'aws:SourceArn': 'arn:aws:cognito-idp:*:*:userpool/*' } }, 'none'],
    [{ Bool: { 'kms:GrantIsForAWSResource': 'true' } }, 'allow'],
    [{ Bool: { 'kms:GrantIsForAWSResource': false } }, 'none'],
    [{ Null: { 'kms:ViaService': true } }, 'allow'],
    [{ Null: { 'aws:SourceArn': 'true' } }, 'none'],
    [{ NumericLessThanEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': 7 } }, 'allow'],
    [{ NumericGreaterThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '7' } }, 'none'],
    [{ NumericNotEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '7' } }, 'none'],
    [{ DateLessThan: { 'aws:CurrentTime': '2026-10-01T00:00:00Z' } }, 'allow'],
    [{ DateGreaterThan: { 'aws:CurrentTime': '2026-10-01T00:00:00Z' } }, 'none'],
    [{ IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }, 'allow'],
    [{ NotIpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }, 'none'],
    [{ 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'userpool-id' } }, 'allow'],
    [{ 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'userpool-id' } }, 'none'],
    [
      { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['userpool-id', 'aws-crypto-public-key'] } },
      'allow',
    ],
    [{ 'ForAnyValue:StringEquals': { 'kms:GrantOperations': 'Decrypt' } }, 'none'],
    [{ 'ForAllValues:StringEquals': { 'kms:GrantOperations': 'Decrypt' } }, 'allow'],
    [{ StringEquals: { 'aws:SourceAccount': '111122223333' }, Bool: { 'kms:GrantIsForAWSResource': 'false' } }, 'none'],
  ]
  for (const [Condition, answer] of cases) {
    test(`${JSON.stringify(Condition)} → ${answer}`, () =>
      assert.equal(ask({ ...allow, Condition }, alice, given), answer))
  }
})

describe('what is no policy', () => {
  const cases: [string, string][] = [
    ['not JSON', '{'],
    ['a list', '[]'],
    ['no statement', '{"Version":"2012-10-17"}'],
    ['an empty list of statements', '{"Statement":[]}'],
    ['an old version', JSON.stringify({ Version: '2010-10-17', Statement: allow })],
    ['an unknown effect', JSON.stringify({ Statement: { ...allow, Effect: 'Permit' } })],
    ['an unknown member', JSON.stringify({ Statement: { ...allow, Actions: 'kms:*' } })],
    ['no action', JSON.stringify({ Statement: { ...allow, Action: undefined } })],
    ['both actions', JSON.stringify({ Statement: { ...allow, NotAction: 'kms:*' } })],
    ['no resource', JSON.stringify({ Statement: { ...allow, Resource: undefined } })],
    ['no principal', JSON.stringify({ Statement: { ...allow, Principal: undefined } })],
    ['a user that is no ARN', JSON.stringify({ Statement: { ...allow, Principal: { AWS: 'Alice' } } })],
    [
      'a wildcard in an ARN',
      JSON.stringify({ Statement: { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:user/*' } } }),
    ],
    ['an action without a vendor', JSON.stringify({ Statement: { ...allow, Action: 'Decrypt' } })],
    [
      'an unknown operator',
      JSON.stringify({ Statement: { ...allow, Condition: { StringSame: { 'aws:SourceArn': 'x' } } } }),
    ],
    ['a number as action', JSON.stringify({ Statement: { ...allow, Action: 7 } })],
  ]
  for (const [name, text] of cases) {
    test(name, () => assert.throws(() => parsePolicy(text), MalformedPolicyError))
  }
})
