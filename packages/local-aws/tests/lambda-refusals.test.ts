import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  GetFunctionUrlConfigCommand,
} from '@aws-sdk/client-lambda'
import { openPlace, type Place, ROLE, zipOf } from './lambda-place.ts'

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

describe('what is refused', () => {
  const create = async (more: Partial<CreateFunctionCommandInput>) =>
    place.client.send(
      new CreateFunctionCommand({
        FunctionName: 'refused',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: ROLE,
        Code: { ZipFile: await zipOf({ 'index.js': SOURCE }) },
        ...more,
      }),
    )
  const variables = (Variables: Record<string, string>) => ({ Environment: { Variables } })
  const cases: [string, Partial<CreateFunctionCommandInput>, string | RegExp][] = [
    ['Java', { Runtime: 'java21' }, 'Runtime java21 is not built yet in Herald.'],
    ['.NET', { Runtime: 'dotnet8' }, 'Runtime dotnet8 is not built yet in Herald.'],
    ['Ruby', { Runtime: 'ruby3.3' }, 'Runtime ruby3.3 is not built yet in Herald.'],
    ['the old Go', { Runtime: 'go1.x' }, 'Runtime go1.x is not built yet in Herald.'],
    ['the old Python', { Runtime: 'python2.7' }, 'Runtime python2.7 is not built yet in Herald.'],
    ['no runtime', { Runtime: undefined }, /^Runtime and Handler are mandatory/],
    ['S3', { Code: { S3Bucket: 'bucket', S3Key: 'key' } }, /^Code in S3 .* is not built yet in Herald\.$/],
    [
      'an image',
      { PackageType: 'Image', Code: { ImageUri: '1.dkr/x:1' } },
      'PackageType Image is not built yet in Herald.',
    ],
    ['no code', { Code: {} }, 'Please provide a source for function code.'],
    ['a long name', { FunctionName: 'x'.repeat(65) }, /length less than or equal to 64$/],
    [
      'a long timeout',
      { Timeout: 901 },
      /'timeout' failed to satisfy constraint: Member must have value less than or equal to 900$/,
    ],
    ['much memory', { MemorySize: 10_241 }, /'memorySize' .* less than or equal to 10240$/],
    ['reserved variables', variables({ AWS_REGION: 'x', OWN: 'y' }), /Reserved keys used in this request: AWS_REGION$/],
    ['large variables', variables({ NAME: 'x'.repeat(4096) }), /exceeded the 4KB limit\.$/],
  ]
  for (const [name, more, message] of cases) test(name, () => assert.rejects(create(more), invalid(message)))

  for (const [name, more] of [
    ['no time', { Timeout: 0 }],
    ['no memory', { MemorySize: 64 }],
    ['a role that is none', { Role: 'admin' }],
    ['a handler with spaces', { Handler: 'index handler' }],
    ['a variable’s name', variables({ '1A': 'x' })],
  ] as [string, Partial<CreateFunctionCommandInput>][]) {
    test(name, () => assert.rejects(create(more), { message: /^1 validation error detected: Value/ }))
  }

  test('what is not built says so', () =>
    assert.rejects(place.client.send(new GetFunctionUrlConfigCommand({ FunctionName: 'life' })), /not built yet/))
})
