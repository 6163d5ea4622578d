import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  DeleteFunctionEventInvokeConfigCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  ListFunctionEventInvokeConfigsCommand,
  ListFunctionsCommand,
  ListTagsCommand,
  ListVersionsByFunctionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  UpdateFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda'
import { arnOf, openPlace, type Place, ROLE, until, zipOf } from './lambda-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

const SOURCE = 'exports.handler = async () => 1'
const invalid = (message: string | RegExp) => ({ name: 'InvalidParameterValueException', message })

describe('a function’s life', () => {
  test('what CreateFunction answers, and what later calls answer', async () => {
    const ZipFile = await zipOf({ 'index.js': SOURCE })
    const { $metadata, ...created } = await place.client.send(
      new CreateFunctionCommand({
        FunctionName: 'life',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: ROLE,
        Code: { ZipFile },
        Description: 'about',
        Environment: { Variables: { NAME: 'b' } },
        Tags: { team: 'blue' },
      }),
    )
    assert.equal($metadata.httpStatusCode, 201)
    const expected = {
      FunctionName: 'life',
      FunctionArn: arnOf('life'),
      Runtime: 'nodejs22.x',
      Role: ROLE,
      Handler: 'index.handler',
      CodeSize: ZipFile.length,
      Description: 'about',
      Timeout: 3,
      MemorySize: 128,
      LastModified: '2026-09-01T00:00:00.000+0000',
      CodeSha256: createHash('sha256').update(ZipFile).digest('base64'),
      Version: '$LATEST',
      Environment: { Variables: { NAME: 'b' } },
      TracingConfig: { Mode: 'PassThrough' },
      RevisionId: created.RevisionId,
      State: 'Active',
      LastUpdateStatus: 'Successful',
      PackageType: 'Zip',
      Architectures: ['x86_64'],
      EphemeralStorage: { Size: 512 },
      SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
      RuntimeVersionConfig: created.RuntimeVersionConfig,
      LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/life' },
    }
    assert.deepEqual(created, expected)
    await assert.rejects(place.create('life', SOURCE), {
      name: 'ResourceConflictException',
      message: 'Function already exist: life',
    })

    const found = await place.client.send(new GetFunctionCommand({ FunctionName: arnOf('life') }))
    assert.deepEqual(found.Configuration, expected)
    assert.deepEqual(found.Tags, { team: 'blue' })
    assert.equal(found.Code?.RepositoryType, 'S3')
    const download = await fetch(found.Code?.Location ?? '')
    assert.equal(download.headers.get('content-type'), 'application/zip')
    assert.deepEqual(Buffer.from(await download.arrayBuffer()), ZipFile)

    const { $metadata: _m, ...read } = await place.client.send(
      new GetFunctionConfigurationCommand({ FunctionName: 'life' }),
    )
    assert.deepEqual(read, expected)
    const { Versions } = await place.client.send(new ListVersionsByFunctionCommand({ FunctionName: 'life' }))
    assert.deepEqual(Versions, [{ ...expected, FunctionArn: `${arnOf('life')}:$LATEST` }])
  })

  test('links to code cannot be guessed or changed, and end after ten minutes', async () => {
    await place.create('linked', SOURCE)
    const { Code } = await place.client.send(new GetFunctionCommand({ FunctionName: 'linked' }))
    const link = Code?.Location ?? ''
    const [start = '', expiry = '', hash = '', mac = ''] =
      /^(.*)\/([^/.]+)\.([^.]+)\.([^.]+)$/.exec(link)?.slice(1) ?? []
    const later = (Number.parseInt(expiry, 36) + 1e9).toString(36)
    for (const changed of [
      `${start}/${later}.${hash}.${mac}`,
      `${start}/${expiry}.${hash.replace(/^./, hash.startsWith('0') ? '1' : '0')}.${mac}`,
      `${start}/${expiry}.${hash}.${'A'.repeat(mac.length)}`,
    ]) {
      assert.equal((await fetch(changed)).status, 403)
    }
    assert.ok((await fetch(`${start}/..%2f..%2fdata`)).status >= 400)
    assert.equal((await fetch(link)).status, 200)
    place.clock.advance(10 * 60_000 + 1)
    assert.equal((await fetch(link)).status, 403)
  })

  test('new code and new settings take effect, and the old code is forgotten', async () => {
    await place.create('changes', 'exports.handler = async () => ["one", process.env.NAME]', {
      Environment: { Variables: { NAME: 'a', OTHER: 'c' } },
    })
    assert.deepEqual((await place.call('changes')).answer, ['one', 'a'])
    const first = await place.client.send(new GetFunctionConfigurationCommand({ FunctionName: 'changes' }))

    const ZipFile = await zipOf({
      'index.js': 'exports.handler = async () => ["two", process.env.NAME, process.env.OTHER]',
    })
    const dry = await place.client.send(
      new UpdateFunctionCodeCommand({ FunctionName: 'changes', ZipFile, DryRun: true }),
    )
    assert.equal(dry.CodeSize, ZipFile.length)
    assert.deepEqual((await place.call('changes')).answer, ['one', 'a'])
    const stale = new UpdateFunctionCodeCommand({ FunctionName: 'changes', ZipFile, RevisionId: 'stale' })
    await assert.rejects(place.client.send(stale), { name: 'PreconditionFailedException' })
    const second = await place.client.send(
      new UpdateFunctionCodeCommand({ FunctionName: 'changes', ZipFile, RevisionId: first.RevisionId }),
    )
    assert.notEqual(second.RevisionId, first.RevisionId)
    assert.notEqual(second.CodeSha256, first.CodeSha256)
    assert.deepEqual((await place.call('changes')).answer, ['two', 'a', 'c'])
    const old = Buffer.from(first.CodeSha256 ?? '', 'base64').toString('hex')
    const archives = join(place.folder, 'functions', 'archives')
    await until('the old code to be forgotten', () => !readdirSync(archives).includes(`${old}.zip`))
    assert.equal(existsSync(join(place.folder, 'functions', 'unpacked', old)), false)

    const updated = await place.client.send(
      new UpdateFunctionConfigurationCommand({
        FunctionName: 'changes',
        Timeout: 5,
        Environment: { Variables: { NAME: 'b' } },
      }),
    )
    assert.deepEqual([updated.Timeout, updated.MemorySize, updated.Environment], [5, 128, { Variables: { NAME: 'b' } }])
    assert.deepEqual((await place.call('changes')).answer, ['two', 'b', null])
    const cleared = await place.client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'changes', Environment: { Variables: {} } }),
    )
    assert.equal(cleared.Environment, undefined)
  })

  test('what runs while the code changes finishes on the old one', async () => {
    await place.create(
      'busy',
      'exports.handler = async () => { await new Promise((go) => setTimeout(go, 400)); return "old" }',
    )
    const running = place.call('busy')
    await until('the start', () => place.lines.some((line) => line.startsWith('[busy] START')))
    await place.client.send(
      new UpdateFunctionCodeCommand({
        FunctionName: 'busy',
        ZipFile: await zipOf({ 'index.js': 'exports.handler = async () => "new"' }),
      }),
    )
    assert.equal((await place.call('busy')).answer, 'new')
    assert.equal((await running).answer, 'old')
  })

  test('two functions share one package, which goes with the last of them', async () => {
    const source = 'exports.handler = async () => "shared"'
    await place.create('shared-1', source)
    await place.create('shared-2', source)
    const { CodeSha256 } = await place.client.send(new GetFunctionConfigurationCommand({ FunctionName: 'shared-1' }))
    const archive = join(
      place.folder,
      'functions',
      'archives',
      `${Buffer.from(CodeSha256 ?? '', 'base64').toString('hex')}.zip`,
    )
    await place.client.send(new DeleteFunctionCommand({ FunctionName: 'shared-1' }))
    await assert.rejects(place.call('shared-1'), { name: 'ResourceNotFoundException' })
    assert.equal((await place.call('shared-2')).answer, 'shared')
    assert.ok(existsSync(archive))
    await place.client.send(new DeleteFunctionCommand({ FunctionName: 'shared-2' }))
    await until('the archive to go', () => !existsSync(archive))
    await assert.rejects(place.client.send(new DeleteFunctionCommand({ FunctionName: 'shared-2' })), {
      message: `Function not found: ${arnOf('shared-2')}`,
    })
    await place.create('shared-1', source)
    assert.equal((await place.call('shared-1')).answer, 'shared')
  })

  test('ListFunctions gives pages', async () => {
    const all: string[] = []
    let Marker: string | undefined
    do {
      const page = await place.client.send(new ListFunctionsCommand({ MaxItems: 2, Marker }))
      assert.ok((page.Functions?.length ?? 0) <= 2)
      all.push(...(page.Functions ?? []).map(({ FunctionName }) => FunctionName ?? ''))
      Marker = page.NextMarker
    } while (Marker)
    assert.deepEqual(all, [...new Set(all)].sort())
    await assert.rejects(
      place.client.send(new ListFunctionsCommand({ Marker: 'x' })),
      invalid('The marker is not valid.'),
    )
    assert.ok(['busy', 'changes', 'life'].every((name) => all.includes(name)))
  })

  test('settings of asynchronous invocations, concurrency and tags', async () => {
    const FunctionName = 'life'
    const get = () => place.client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName }))
    const none = {
      name: 'ResourceNotFoundException',
      message: `The function ${arnOf('life')}:$LATEST doesn't have an EventInvokeConfig`,
    }
    await assert.rejects(get(), none)
    await assert.rejects(
      place.client.send(new UpdateFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 1 })),
      none,
    )
    await place.client.send(
      new PutFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 90 }),
    )
    await place.client.send(new UpdateFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 1 }))
    const { $metadata: _a, LastModified, ...set } = await get()
    assert.equal(LastModified?.getTime(), place.clock.now())
    assert.deepEqual(set, {
      FunctionArn: `${arnOf('life')}:$LATEST`,
      MaximumRetryAttempts: 1,
      MaximumEventAgeInSeconds: 90,
      DestinationConfig: { OnSuccess: {}, OnFailure: {} },
    })
    await place.client.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 2 }))
    assert.equal((await get()).MaximumEventAgeInSeconds, undefined)
    for (const kind of ['sqs', 'sns', 's3', 'events']) {
      const Destination = `arn:aws:${kind}:eu-west-1:111122223333:somewhere`
      await assert.rejects(
        place.client.send(
          new PutFunctionEventInvokeConfigCommand({ FunctionName, DestinationConfig: { OnSuccess: { Destination } } }),
        ),
        invalid(`A destination of kind ${kind} is not built yet in Herald.`),
      )
    }
    const listed = await place.client.send(new ListFunctionEventInvokeConfigsCommand({ FunctionName }))
    assert.equal(listed.FunctionEventInvokeConfigs?.length, 1)
    await place.client.send(new DeleteFunctionEventInvokeConfigCommand({ FunctionName }))
    await assert.rejects(get(), none)

    await place.client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 5 }))
    const { ReservedConcurrentExecutions } = await place.client.send(
      new GetFunctionConcurrencyCommand({ FunctionName }),
    )
    assert.equal(ReservedConcurrentExecutions, 5)

    const Resource = arnOf('life')
    await place.client.send(new TagResourceCommand({ Resource, Tags: { stage: 'test' } }))
    await place.client.send(new UntagResourceCommand({ Resource, TagKeys: ['team'] }))
    assert.deepEqual((await place.client.send(new ListTagsCommand({ Resource }))).Tags, { stage: 'test' })
  })
})
