import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  absentOperation,
  commonErrors,
  customSenderSource,
  mayAnswer,
  modelOf,
  newerOperations,
  serviceNames,
  triggers,
} from '../src/index.ts'

test('what AWS has and Herald has not is told from what nobody has', () => {
  assert.deepEqual(
    { ...absentOperation('cognito-idp', 'AdminListDevices') },
    { ...absentOperation('cognito-idp', 'AdminListDevices'), code: 'OperationNotBuiltException', status: 400 },
  )
  assert.equal(
    absentOperation('cognito-idp', 'AdminListDevices').message,
    'AdminListDevices exists on Amazon Cognito, but is not built yet in Herald.',
  )
  for (const name of newerOperations['cognito-idp'] ?? []) {
    assert.equal(absentOperation('cognito-idp', name).code, 'OperationNotBuiltException', name)
  }
  for (const name of ['Nonsense', 'constructor', '__proto__', 'toString', '']) {
    assert.equal(absentOperation('kms', name).code, 'UnknownOperationException', name)
  }
  assert.equal(absentOperation('sns', 'Nonsense').code, 'InvalidAction')
})

test('today’s SDK knows 140 operations of user pools', () => {
  const known = Object.keys(modelOf('cognito-idp').operations)
  assert.equal(known.length + (newerOperations['cognito-idp']?.length ?? 0), 140)
  assert.deepEqual(
    newerOperations['cognito-idp']?.filter((name) => known.includes(name)),
    [],
  )
})

test('which errors an operation may answer', () => {
  assert.ok(mayAnswer('cognito-idp', 'SignUp', 'UsernameExistsException'))
  assert.ok(!mayAnswer('cognito-idp', 'SignUp', 'CodeMismatchException'))
  assert.ok(mayAnswer('cognito-idp', 'SignUp', 'SerializationException'))
  assert.ok(!mayAnswer('cognito-idp', 'SignUp', 'constructor'))
  assert.ok(mayAnswer('sns', 'Publish', 'InvalidParameter') && mayAnswer('sns', 'Publish', 'InvalidParameterException'))
})

test('no common error is a retry for a client’s own mistake', () => {
  for (const service of serviceNames) {
    for (const [reason, { status }] of Object.entries(commonErrors[service])) {
      assert.ok(reason === 'internal' ? status === 500 : status >= 400 && status < 500, `${service} ${reason}`)
      assert.ok(status !== 429, `${service} ${reason}`)
    }
  }
})

test('the sources of custom senders: eight for e-mail, seven for SMS', () => {
  assert.equal(customSenderSource('email', 'SignUp'), 'CustomEmailSender_SignUp')
  assert.equal(customSenderSource('sms', 'Authentication'), 'CustomSMSSender_Authentication')
  assert.throws(() => customSenderSource('sms', 'AccountTakeOverNotification'), /takeover|No custom sms sender/)
  assert.equal(triggers.CustomEmailSender.sources.length, 8)
  assert.equal(triggers.CustomSMSSender.sources.length, 7)
})

test('every function of LambdaConfig stands in the table, and only the senders are asynchronous', () => {
  const members = Object.keys(modelOf('cognito-idp').shapes.LambdaConfigType!.members!).filter(
    (name) => name !== 'KMSKeyID',
  )
  assert.deepEqual(Object.keys(triggers).sort(), members.sort())
  for (const [name, trigger] of Object.entries(triggers)) {
    const sender = name === 'CustomEmailSender' || name === 'CustomSMSSender'
    assert.deepEqual([trigger.waits, trigger.failure === undefined], [!sender, sender], name)
  }
  const unbuilt = Object.entries(triggers).filter(([, { built }]) => !built)
  assert.deepEqual(
    unbuilt.map(([name]) => name),
    ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse', 'UserMigration', 'InboundFederation'],
  )
})
