import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  AddPermissionCommand,
  GetPolicyCommand,
  InvokeCommand,
  type LambdaServiceException,
  RemovePermissionCommand,
} from '@aws-sdk/client-lambda'
import { ACCOUNT, arnOf, openPlace, type Place, POOL_ARN } from './lambda-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
  await place.create('sender', 'exports.handler = async () => "ran"')
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

const permission = {
  FunctionName: 'sender',
  StatementId: 'cognito',
  Action: 'lambda:InvokeFunction',
  Principal: 'cognito-idp.amazonaws.com',
}

test('Cognito may invoke only what a permission lets it, from the pool and account it names', async () => {
  const invoke = (pool?: string) => place.asCognito(pool).send(new InvokeCommand({ FunctionName: 'sender' }))
  const refused = (error: LambdaServiceException) => {
    assert.equal(error.name, 'AccessDeniedException')
    assert.equal(error.$metadata.httpStatusCode, 403)
    assert.equal(
      error.message,
      `User: cognito-idp.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: ${arnOf('sender')} because no resource-based policy allows the lambda:InvokeFunction action`,
    )
    return true
  }
  await assert.rejects(invoke(), refused)

  const source = { SourceArn: POOL_ARN, SourceAccount: ACCOUNT }
  const added = await place.client.send(new AddPermissionCommand({ ...permission, ...source }))
  const statement = {
    Sid: 'cognito',
    Effect: 'Allow',
    Principal: { Service: 'cognito-idp.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: arnOf('sender'),
    Condition: { StringEquals: { 'AWS:SourceAccount': ACCOUNT }, ArnLike: { 'AWS:SourceArn': POOL_ARN } },
  }
  assert.deepEqual(JSON.parse(added.Statement!), statement)
  assert.equal((await invoke()).StatusCode, 200)
  await assert.rejects(invoke(POOL_ARN.replace('AbCdEfGhI', 'Another00')), refused)

  await assert.rejects(place.client.send(new AddPermissionCommand({ ...permission, ...source })), {
    name: 'ResourceConflictException',
    message:
      'The statement id (cognito) provided already exists. Please provide a new statement id, or remove the existing statement.',
  })
  const { Policy, RevisionId } = await place.client.send(new GetPolicyCommand({ FunctionName: 'sender' }))
  assert.deepEqual(JSON.parse(Policy!), { Version: '2012-10-17', Id: 'default', Statement: [statement] })

  const remove = { FunctionName: 'sender', StatementId: 'cognito' }
  await assert.rejects(place.client.send(new RemovePermissionCommand({ ...remove, RevisionId: 'old' })), {
    name: 'PreconditionFailedException',
  })
  await place.client.send(new RemovePermissionCommand({ ...remove, RevisionId }))
  await assert.rejects(invoke(), refused)
  await assert.rejects(place.client.send(new RemovePermissionCommand(remove)), {
    name: 'ResourceNotFoundException',
    message: 'Statement cognito is not found in resource policy.',
  })
  await assert.rejects(place.client.send(new GetPolicyCommand({ FunctionName: 'sender' })), {
    message: 'The resource you requested does not exist.',
  })
})

test('a wildcard in the source, another service, and a permission for the pool’s whole account', async () => {
  const add = (more: object) => place.client.send(new AddPermissionCommand({ ...permission, ...more }))
  const invoke = () => place.asCognito().send(new InvokeCommand({ FunctionName: 'sender' }))
  await add({ StatementId: 'other', Principal: 'sns.amazonaws.com' })
  await add({ StatementId: 'elsewhere', SourceAccount: '999999999999' })
  await add({ StatementId: 'action', Action: 'lambda:GetFunction' })
  await assert.rejects(invoke(), { name: 'AccessDeniedException' })
  await add({ StatementId: 'any-pool', SourceArn: `arn:aws:cognito-idp:eu-west-1:${ACCOUNT}:userpool/*` })
  assert.equal((await invoke()).StatusCode, 200)
})

test('principals that are none are refused; accounts may invoke without a permission', async () => {
  for (const Principal of ['nobody', 'http://example.com', 'cognito-idp.example.com']) {
    await assert.rejects(place.client.send(new AddPermissionCommand({ ...permission, StatementId: 'x', Principal })), {
      name: 'InvalidParameterValueException',
      message: 'The provided principal was invalid. Please check the principal and try again.',
    })
  }
  const principals = { '*': '*', [ACCOUNT]: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }
  for (const [index, [Principal, written]] of Object.entries(principals).entries()) {
    const { Statement } = await place.client.send(
      new AddPermissionCommand({ ...permission, StatementId: `p${index}`, Principal }),
    )
    assert.deepEqual(JSON.parse(Statement!).Principal, written)
  }
  assert.equal((await place.call('sender')).answer, 'ran')
})
