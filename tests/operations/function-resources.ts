import {
  CreateAliasCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  PublishLayerVersionCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  TagResourceCommand,
} from '@aws-sdk/client-lambda'
import type { Setting } from '../setting/herald.ts'
import { createFunction, zipOf } from '../setting/pool.ts'

export interface FunctionResources {
  name: string
  arn: string
  zip: Buffer
  layer: { LayerName: string; VersionNumber: number; arn: string }
}

const NAME = 'fuzz-echo'
const ALIAS = 'live'
const source = 'export const handler = async (event) => event'
let count = 0

/** A function that answers its event, with all that belongs to one; made anew, for the run changes it in every way. */
export async function functionResources(setting: Setting): Promise<FunctionResources> {
  const { lambda } = setting
  const FunctionName = NAME
  const exists = await lambda.send(new GetFunctionCommand({ FunctionName })).then(
    () => true,
    () => false,
  )
  if (exists) await lambda.send(new DeleteFunctionCommand({ FunctionName }))
  const arn = await createFunction(setting, NAME, source)
  const zip = await zipOf({ 'index.mjs': source })
  await lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 1 }))
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 2 }))
  await lambda.send(new TagResourceCommand({ Resource: arn, Tags: { team: 'blue' } }))
  const { Version } = await lambda.send(new PublishVersionCommand({ FunctionName }))
  await lambda.send(new CreateAliasCommand({ FunctionName, Name: ALIAS, FunctionVersion: Version }))
  const LayerName = 'fuzz-layer'
  const layer = await lambda.send(new PublishLayerVersionCommand({ LayerName, Content: { ZipFile: zip } }))
  return {
    name: NAME,
    arn,
    zip,
    layer: { LayerName, VersionNumber: layer.Version!, arn: layer.LayerVersionArn! },
  }
}

/** Inputs that lead deep into Lambda. */
export function functionRecipes(made: FunctionResources): Record<string, Record<string, unknown>[]> {
  const { name: FunctionName, arn, zip, layer } = made
  const { LayerName, VersionNumber } = layer
  const create = { FunctionName: `fuzz-${++count}`, Role: 'arn:aws:iam::000000000000:role/x', Handler: 'index.handler' }
  return {
    CreateFunction: [{ ...create, Runtime: 'nodejs22.x', Code: { ZipFile: zip } }],
    UpdateFunctionCode: [{ FunctionName, ZipFile: zip }],
    UpdateFunctionConfiguration: [{ FunctionName, Description: 'fuzzed' }],
    Invoke: [
      { FunctionName, Payload: Buffer.from('{"a":1}') },
      { FunctionName, InvocationType: 'DryRun' },
      { FunctionName, LogType: 'Tail', Payload: Buffer.from('[]') },
    ],
    ...Object.fromEntries(ofOneFunction.map((operation) => [operation, [{ FunctionName }]])),
    GetFunction: [{ FunctionName }, { FunctionName, Qualifier: ALIAS }],
    CreateAlias: [{ FunctionName, Name: `alias${count}`, FunctionVersion: '$LATEST' }],
    GetAlias: [{ FunctionName, Name: ALIAS }],
    UpdateAlias: [{ FunctionName, Name: ALIAS, Description: 'fuzzed' }],
    DeleteAlias: [{ FunctionName, Name: ALIAS }],
    AddPermission: [
      { FunctionName, StatementId: `s${count}`, Action: 'lambda:InvokeFunction', Principal: 'sns.amazonaws.com' },
    ],
    RemovePermission: [{ FunctionName, StatementId: 'CognitoLambdaInvokeAccess' }],
    PutFunctionConcurrency: [{ FunctionName, ReservedConcurrentExecutions: 1 }],
    PutFunctionEventInvokeConfig: [{ FunctionName, MaximumRetryAttempts: 0 }],
    UpdateFunctionEventInvokeConfig: [{ FunctionName, MaximumRetryAttempts: 2 }],
    PublishLayerVersion: [{ LayerName, Content: { ZipFile: zip } }],
    GetLayerVersion: [{ LayerName, VersionNumber }],
    GetLayerVersionByArn: [{ Arn: layer.arn }],
    DeleteLayerVersion: [{ LayerName, VersionNumber }],
    ListLayerVersions: [{ LayerName }],
    ListTags: [{ Resource: arn }],
    TagResource: [{ Resource: arn, Tags: { team: 'red' } }],
    UntagResource: [{ Resource: arn, TagKeys: ['team'] }],
  }
}

/** They need a function and nothing else. */
const ofOneFunction = [
  'DeleteFunction',
  'DeleteFunctionConcurrency',
  'DeleteFunctionEventInvokeConfig',
  'GetFunctionConcurrency',
  'GetFunctionConfiguration',
  'GetFunctionEventInvokeConfig',
  'GetPolicy',
  'ListAliases',
  'ListFunctionEventInvokeConfigs',
  'ListVersionsByFunction',
  'PublishVersion',
]
