import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  DeleteFunctionCommand,
  DeleteLayerVersionCommand,
  GetFunctionConfigurationCommand,
  GetLayerVersionByArnCommand,
  GetLayerVersionCommand,
  ListLayersCommand,
  ListLayerVersionsCommand,
  PublishLayerVersionCommand,
  type PublishLayerVersionCommandInput,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda'
import { ACCOUNT, openPlace, type Place, REGION, zipOf } from './lambda-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

const layerOf = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT}:layer:${name}`
const invalid = (message: string | RegExp) => ({ name: 'InvalidParameterValueException', message })

async function layer(
  LayerName: string,
  files: Record<string, string>,
  more: Partial<PublishLayerVersionCommandInput> & { in?: Place; mode?: number } = {},
): Promise<string> {
  const { in: where = place, mode, ...rest } = more
  const Content = { ZipFile: await zipOf(files, mode) }
  const made = await where.client.send(new PublishLayerVersionCommand({ LayerName, Content, ...rest }))
  return made.LayerVersionArn ?? ''
}

describe('layers', () => {
  test('published, read, listed and deleted', async () => {
    const ZipFile = await zipOf({ 'nodejs/node_modules/said/index.js': 'module.exports = 1' })
    const { $metadata, ...first } = await place.client.send(
      new PublishLayerVersionCommand({
        LayerName: 'life',
        Description: 'about',
        LicenseInfo: 'MIT',
        CompatibleRuntimes: ['nodejs22.x'],
        Content: { ZipFile },
      }),
    )
    assert.equal($metadata.httpStatusCode, 201)
    assert.deepEqual(first, {
      Content: {
        Location: first.Content?.Location,
        CodeSha256: createHash('sha256').update(ZipFile).digest('base64'),
        CodeSize: ZipFile.length,
      },
      LayerArn: layerOf('life'),
      LayerVersionArn: `${layerOf('life')}:1`,
      Version: 1,
      Description: 'about',
      CreatedDate: '2026-09-01T00:00:00.000+0000',
      CompatibleRuntimes: ['nodejs22.x'],
      LicenseInfo: 'MIT',
    })
    const download = await fetch(first.Content?.Location ?? '')
    assert.deepEqual(Buffer.from(await download.arrayBuffer()), ZipFile)
    assert.equal(await layer('life', { 'nodejs/x.js': '2' }), `${layerOf('life')}:2`)

    const read = await place.client.send(new GetLayerVersionCommand({ LayerName: layerOf('life'), VersionNumber: 1 }))
    assert.equal(read.LayerVersionArn, first.LayerVersionArn)
    const byArn = await place.client.send(new GetLayerVersionByArnCommand({ Arn: `${layerOf('life')}:2` }))
    assert.equal(byArn.Version, 2)
    const numbers = async (more: object = {}) => {
      const page = await place.client.send(new ListLayerVersionsCommand({ LayerName: 'life', ...more }))
      return page.LayerVersions?.map(({ Version }) => Version)
    }
    assert.deepEqual(await numbers(), [2, 1])
    assert.deepEqual(await numbers({ CompatibleRuntime: 'nodejs22.x' }), [1])
    const page = await place.client.send(new ListLayerVersionsCommand({ LayerName: 'life', MaxItems: 1 }))
    assert.deepEqual(await numbers({ MaxItems: 1, Marker: page.NextMarker }), [1])
    const { Layers } = await place.client.send(new ListLayersCommand({}))
    assert.deepEqual(
      Layers?.map((item) => [item.LayerName, item.LayerArn, item.LatestMatchingVersion?.Version]),
      [['life', layerOf('life'), 2]],
    )

    const last = { LayerName: 'life', VersionNumber: 2 }
    for (const _again of [1, 2]) await place.client.send(new DeleteLayerVersionCommand(last))
    await assert.rejects(place.client.send(new GetLayerVersionCommand(last)), {
      name: 'ResourceNotFoundException',
      message: 'The resource you requested does not exist.',
    })
    assert.deepEqual(await numbers(), [1])
    assert.equal(await layer('life', { 'nodejs/x.js': '3' }), `${layerOf('life')}:3`, 'numbers are not used again')
  })

  test('what is refused', async () => {
    const one = await layer('one', { 'a.txt': '1' })
    const two = await layer('one', { 'a.txt': '2' })
    const many = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => layer(`many-${n}`, { 'a.txt': String(n) })))
    const create = (Layers: string[]) => place.create('refused', 'exports.handler = async () => 1', { Layers })
    await assert.rejects(create(many), invalid('Cannot reference more than 5 layers.'))
    await assert.rejects(create([one, two]), invalid(/^Two different versions of the same layer/))
    await assert.rejects(
      create([`${layerOf('absent')}:1`]),
      invalid(`Layer version ${layerOf('absent')}:1 does not exist.`),
    )
    await assert.rejects(
      place.client.send(
        new PublishLayerVersionCommand({ LayerName: 'bad', Content: { ZipFile: Buffer.from('no zip') } }),
      ),
      invalid(/^Could not unzip uploaded file/),
    )
    await assert.rejects(
      place.client.send(
        new PublishLayerVersionCommand({ LayerName: 'bad', Content: { S3Bucket: 'bucket', S3Key: 'k' } }),
      ),
      invalid(/S3/),
    )
  })
})

describe('a function with layers', () => {
  test('Node finds their modules, by require and by import, for the runtime’s version first; programs too', async () => {
    const base = await layer(
      'base',
      {
        'nodejs/node_modules/said/index.js': 'module.exports = "base " + require("deep")',
        'nodejs/node_modules/deep/index.js': 'module.exports = "deep"',
        'nodejs/node_modules/versioned/index.js': 'module.exports = "any"',
        'nodejs/node22/node_modules/versioned/index.js': 'module.exports = "22"',
        'bin/greet': '#!/bin/sh\necho hello\n',
      },
      { mode: 0o100755 },
    )
    const over = await layer('over', { 'nodejs/node_modules/deep/index.js': 'module.exports = "over"' })
    await place.create(
      'layered-require',
      `exports.handler = async () => [require('said'), require('versioned'), require('child_process').execSync('greet').toString().trim()]`,
      { Layers: [base] },
    )
    assert.deepEqual((await place.call('layered-require')).answer, ['base deep', '22', 'hello'])
    const described = await place.client.send(new GetFunctionConfigurationCommand({ FunctionName: 'layered-require' }))
    assert.deepEqual(
      described.Layers?.map(({ Arn, CodeSize }) => [Arn, (CodeSize ?? 0) > 0]),
      [[base, true]],
    )
    await place.create(
      'layered-import',
      {
        'index.mjs':
          "import said from 'said'; import versioned from 'versioned'; export const handler = async () => [said, versioned, await import('absent').catch((e) => e.code)]",
      },
      { Layers: [base, over] },
    )
    assert.deepEqual((await place.call('layered-import')).answer, ['base over', '22', 'ERR_MODULE_NOT_FOUND'])

    // Its own modules come before those of layers.
    await place.create(
      'layered-own',
      {
        'index.js': "exports.handler = async () => require('said')",
        'node_modules/said/index.js': 'module.exports = "own"',
      },
      { Layers: [base] },
    )
    assert.equal((await place.call('layered-own')).answer, 'own')
    const without = { FunctionName: 'layered-own', Layers: [] }
    assert.equal((await place.client.send(new UpdateFunctionConfigurationCommand(without))).Layers, undefined)
  })

  test('a layer changes with UpdateFunctionConfiguration, and a deleted one stays with who has it', async () => {
    const one = await layer('swap', { 'nodejs/node_modules/said/index.js': 'module.exports = 1' })
    const two = await layer('swap', { 'nodejs/node_modules/said/index.js': 'module.exports = 2' })
    const source = "exports.handler = async () => require('said')"
    await place.create('swaps', source, { Layers: [one] })
    assert.equal((await place.call('swaps')).answer, 1)
    await place.client.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'swaps', Layers: [two] }))
    assert.equal((await place.call('swaps')).answer, 2)
    await place.client.send(new DeleteLayerVersionCommand({ LayerName: 'swap', VersionNumber: 2 }))
    await place.client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'swaps', Layers: [two], Timeout: 5 }),
    )
    assert.equal((await place.call('swaps')).answer, 2)
    await assert.rejects(place.create('late', source, { Layers: [two] }), invalid(/does not exist\.$/))
  })

  test('the package of a deleted layer goes at a later start, once no function has it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'herald-layers-'))
    try {
      const packages = () => {
        const path = join(folder, 'functions', 'archives')
        return existsSync(path) ? readdirSync(path).length : 0
      }
      let own = await openPlace({ folder, durable: true })
      const arn = await layer('kept', { 'nodejs/node_modules/said/index.js': 'module.exports = "kept"' }, { in: own })
      await own.create('keeps', "exports.handler = async () => require('said')", { Layers: [arn] })
      await own.client.send(new DeleteLayerVersionCommand({ LayerName: 'kept', VersionNumber: 1 }))
      await own.close({ keepFolder: true })
      own = await openPlace({ folder, durable: true })
      assert.equal((await own.call('keeps')).answer, 'kept')
      assert.equal(packages(), 2)
      await own.client.send(new DeleteFunctionCommand({ FunctionName: 'keeps' }))
      await own.close({ keepFolder: true })
      own = await openPlace({ folder, durable: true })
      assert.equal(packages(), 0)
      await own.close({ keepFolder: true })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
