import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  AddPermissionCommand,
  CreateAliasCommand,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  DeleteFunctionEventInvokeConfigCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  GetPolicyCommand,
  InvokeCommand,
  ListAliasesCommand,
  ListFunctionEventInvokeConfigsCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  RemovePermissionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda'
import { lambdaCollections } from '@herald/local-aws/lambda'
import { arnOf, openPlace, type Place, until, zipOf } from './lambda-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

const saying = (text: string) =>
  `exports.handler = async (event, context) => ['${text}', process.env.AWS_LAMBDA_FUNCTION_VERSION, context.functionVersion, context.invokedFunctionArn]`
const change = async (FunctionName: string, text: string, more: object = {}) =>
  place.client.send(
    new UpdateFunctionCodeCommand({ FunctionName, ZipFile: await zipOf({ 'index.js': saying(text) }), ...more }),
  )
const alias = (FunctionName: string, Name: string, FunctionVersion: string) =>
  place.client.send(new CreateAliasCommand({ FunctionName, Name, FunctionVersion }))

describe('versions', () => {
  test('stay as they were published, and run beside the function', async () => {
    await place.create('versioned', saying('one'))
    const first = await place.client.send(
      new PublishVersionCommand({ FunctionName: 'versioned', Description: 'the first' }),
    )
    assert.equal(first.$metadata.httpStatusCode, 201)
    assert.deepEqual(
      [first.Version, first.FunctionArn, first.Description],
      ['1', `${arnOf('versioned')}:1`, 'the first'],
    )
    const again = await place.client.send(new PublishVersionCommand({ FunctionName: 'versioned' }))
    assert.equal(again.Version, '1', 'nothing has changed')

    await change('versioned', 'two')
    const second = await change('versioned', 'three', { Publish: true })
    assert.deepEqual([second.Version, second.FunctionArn], ['2', `${arnOf('versioned')}:2`])
    await change('versioned', 'four')
    const expected = {
      versioned: ['four', '$LATEST', '$LATEST', arnOf('versioned')],
      'versioned:$LATEST': ['four', '$LATEST', '$LATEST', `${arnOf('versioned')}:$LATEST`],
      'versioned:1': ['one', '1', '1', `${arnOf('versioned')}:1`],
      [`${arnOf('versioned')}:2`]: ['three', '2', '2', `${arnOf('versioned')}:2`],
    }
    for (const [name, answer] of Object.entries(expected)) assert.deepEqual((await place.call(name)).answer, answer)
    const said = await place.client.send(
      new InvokeCommand({ FunctionName: 'versioned', Qualifier: '1', LogType: 'Tail' }),
    )
    assert.equal(said.ExecutedVersion, '1')
    assert.match(Buffer.from(said.LogResult ?? '', 'base64').toString(), /^START RequestId: \S+ Version: 1\n/)
    await assert.rejects(place.call('versioned:7'), { message: `Function not found: ${arnOf('versioned')}:7` })

    const { Versions } = await place.client.send(new ListVersionsByFunctionCommand({ FunctionName: 'versioned' }))
    assert.deepEqual(
      Versions?.map(({ Version, FunctionArn }) => [Version, FunctionArn]),
      ['$LATEST', '1', '2'].map((version) => [version, `${arnOf('versioned')}:${version}`]),
    )
    const found = await place.client.send(new GetFunctionCommand({ FunctionName: 'versioned', Qualifier: '1' }))
    assert.equal(found.Configuration?.CodeSha256, first.CodeSha256)
    assert.equal((await fetch(found.Code?.Location ?? '')).status, 200)
    await assert.rejects(
      place.client.send(new PublishVersionCommand({ FunctionName: 'versioned', CodeSha256: 'other' })),
      { name: 'InvalidParameterValueException', message: /^CodeSHA256 \(other\) is different from current/ },
    )
    await assert.rejects(
      place.client.send(new PublishVersionCommand({ FunctionName: 'versioned', RevisionId: 'old' })),
      { name: 'PreconditionFailedException' },
    )
  })

  test('Publish with CreateFunction; each version goes with its package, and all go with the function', async () => {
    const ZipFile = await zipOf({ 'index.js': saying('first') })
    await place.create('goes', '', { Publish: true, Code: { ZipFile } })
    const { CodeSha256, Version } = await place.client.send(
      new GetFunctionConfigurationCommand({ FunctionName: 'goes', Qualifier: '1' }),
    )
    assert.equal(Version, '1')
    const hash = Buffer.from(CodeSha256 ?? '', 'base64').toString('hex')
    const archive = join(place.folder, 'functions', 'archives', `${hash}.zip`)
    await change('goes', 'second', { Publish: true })
    assert.equal((await place.call('goes:1')).answer[0], 'first')
    assert.ok(existsSync(archive))
    await alias('goes', 'live', '1')
    await assert.rejects(place.client.send(new DeleteFunctionCommand({ FunctionName: 'goes', Qualifier: '1' })), {
      name: 'ResourceConflictException',
      message: 'Unable to delete version because the following aliases reference it: [live]',
    })
    await place.client.send(new DeleteAliasCommand({ FunctionName: 'goes', Name: 'live' }))
    await place.client.send(new DeleteFunctionCommand({ FunctionName: 'goes', Qualifier: '1' }))
    await assert.rejects(place.call('goes:1'), { name: 'ResourceNotFoundException' })
    await until('the package to go', () => !existsSync(archive))
    await place.client.send(new DeleteFunctionCommand({ FunctionName: 'goes' }))
    await assert.rejects(place.call('goes:2'), { name: 'ResourceNotFoundException' })
    await place.create('goes', saying('new'))
    await assert.rejects(place.call('goes:2'), { name: 'ResourceNotFoundException' })
  })
})

describe('aliases', () => {
  test('lead to a version, and from one to the next', async () => {
    await place.create('aliased', saying('one'), { Publish: true })
    const made = await place.client.send(
      new CreateAliasCommand({ FunctionName: 'aliased', Name: 'live', FunctionVersion: '1', Description: 'd' }),
    )
    assert.deepEqual(
      { ...made, $metadata: 0, RevisionId: 0 },
      {
        $metadata: 0,
        AliasArn: `${arnOf('aliased')}:live`,
        Name: 'live',
        FunctionVersion: '1',
        Description: 'd',
        RevisionId: 0,
      },
    )
    await change('aliased', 'two', { Publish: true })
    assert.deepEqual((await place.call('aliased:live')).answer, ['one', '1', '1', `${arnOf('aliased')}:live`])
    const described = await place.client.send(new GetFunctionConfigurationCommand({ FunctionName: 'aliased:live' }))
    assert.deepEqual([described.FunctionArn, described.Version], [`${arnOf('aliased')}:live`, '1'])

    const live = { FunctionName: 'aliased', Name: 'live' }
    await assert.rejects(place.client.send(new UpdateAliasCommand({ ...live, RevisionId: 'old' })), {
      name: 'PreconditionFailedException',
    })
    await place.client.send(new UpdateAliasCommand({ ...live, FunctionVersion: '2', RevisionId: made.RevisionId }))
    assert.equal((await place.call('aliased:live')).answer[0], 'two')
    const { Description, FunctionVersion } = await place.client.send(new GetAliasCommand(live))
    assert.deepEqual([Description, FunctionVersion], ['d', '2'])

    await alias('aliased', 'edge', '$LATEST')
    await change('aliased', 'three')
    assert.equal((await place.call('aliased:edge')).answer[0], 'three')
    const names = async (more: object) =>
      (await place.client.send(new ListAliasesCommand({ FunctionName: 'aliased', ...more }))).Aliases?.map(
        ({ Name }) => Name,
      )
    assert.deepEqual(await names({}), ['edge', 'live'])
    assert.deepEqual(await names({ FunctionVersion: '2' }), ['live'])

    await assert.rejects(alias('aliased', 'live', '1'), {
      name: 'ResourceConflictException',
      message: `Alias already exists: ${arnOf('aliased')}:live`,
    })
    await assert.rejects(alias('aliased', 'other', '9'), { message: `Function not found: ${arnOf('aliased')}:9` })
    await assert.rejects(place.client.send(new GetAliasCommand({ ...live, Name: 'absent' })), {
      name: 'ResourceNotFoundException',
      message: `Cannot find alias arn: ${arnOf('aliased')}:absent`,
    })
    const RoutingConfig = { AdditionalVersionWeights: { 1: 0.5 } }
    await assert.rejects(
      place.client.send(new UpdateAliasCommand({ ...live, RoutingConfig })),
      /RoutingConfig is not built yet/,
    )
    for (const _again of [1, 2]) await place.client.send(new DeleteAliasCommand(live))
    await assert.rejects(place.call('aliased:live'), { message: `Function not found: ${arnOf('aliased')}:live` })
  })

  test('have a policy and settings of their own, which hold for events too', async () => {
    await place.create('guarded', `exports.handler = async () => { throw new Error('boom') }`, { Publish: true })
    await place.create(
      'records',
      'exports.handler = async (event) => { console.log("record " + JSON.stringify(event)) }',
    )
    await alias('guarded', 'live', '1')
    const Allow = { StatementId: 'cognito', Action: 'lambda:InvokeFunction', Principal: 'cognito-idp.amazonaws.com' }
    const qualified = { FunctionName: 'guarded', Qualifier: 'live' }
    const send = (FunctionName: string) =>
      place.asCognito().send(new InvokeCommand({ FunctionName, InvocationType: 'Event' }))
    const refused = { name: 'AccessDeniedException' }
    await place.client.send(new AddPermissionCommand({ ...Allow, FunctionName: 'guarded' }))
    await assert.rejects(send(`${arnOf('guarded')}:live`), refused)
    await place.client.send(new AddPermissionCommand({ ...Allow, ...qualified }))
    const { Policy } = await place.client.send(new GetPolicyCommand(qualified))
    assert.deepEqual(
      JSON.parse(Policy ?? '').Statement.map(({ Resource }: { Resource: string }) => Resource),
      [`${arnOf('guarded')}:live`],
    )
    await assert.rejects(
      place.client.send(new AddPermissionCommand({ ...Allow, FunctionName: 'guarded', Qualifier: 'absent' })),
      { name: 'ResourceNotFoundException' },
    )

    const DestinationConfig = { OnFailure: { Destination: arnOf('records') } }
    await place.client.send(
      new PutFunctionEventInvokeConfigCommand({ ...qualified, MaximumRetryAttempts: 0, DestinationConfig }),
    )
    const settings = await place.client.send(new GetFunctionEventInvokeConfigCommand(qualified))
    assert.equal(settings.FunctionArn, `${arnOf('guarded')}:live`)
    await assert.rejects(place.client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: 'guarded' })), {
      name: 'ResourceNotFoundException',
    })
    const listed = await place.client.send(new ListFunctionEventInvokeConfigsCommand({ FunctionName: 'guarded' }))
    assert.equal(listed.FunctionEventInvokeConfigs?.length, 1)
    await send(`${arnOf('guarded')}:live`)
    const line = await until('the record', () => place.lines.find((text) => text.includes('\trecord ')))
    const { requestContext, responseContext } = JSON.parse(line.slice(line.indexOf('record ') + 7))
    assert.deepEqual(
      [requestContext.functionArn, requestContext.approximateInvokeCount, responseContext.executedVersion],
      [`${arnOf('guarded')}:live`, 1, '1'],
    )

    await place.client.send(new DeleteFunctionEventInvokeConfigCommand(qualified))
    await assert.rejects(place.client.send(new GetFunctionEventInvokeConfigCommand(qualified)), {
      message: `The function ${arnOf('guarded')}:live doesn't have an EventInvokeConfig`,
    })
    await place.client.send(new RemovePermissionCommand({ ...qualified, StatementId: 'cognito' }))
    await assert.rejects(send(`${arnOf('guarded')}:live`), refused)
    assert.equal((await send('guarded')).StatusCode, 202)
  })

  test('an event for an alias that goes before its turn is dropped', async () => {
    await place.create('leaves', saying('x'), { Publish: true })
    await alias('leaves', 'live', '1')
    const stopped = { FunctionName: 'leaves', ReservedConcurrentExecutions: 0 }
    await place.client.send(new PutFunctionConcurrencyCommand(stopped))
    const sent = await place.client.send(new InvokeCommand({ FunctionName: 'leaves:live', InvocationType: 'Event' }))
    const event = () => place.store.get(lambdaCollections[1], [sent.$metadata.requestId ?? ''])
    await until('a first attempt', async () => (await event())?.throttles === 1)
    await place.client.send(new DeleteAliasCommand({ FunctionName: 'leaves', Name: 'live' }))
    place.clock.advance(1000)
    await until('its end', async () => (await event()) === undefined)
    assert.deepEqual(place.lambda.logs(sent.$metadata.requestId ?? ''), [])
  })
})
