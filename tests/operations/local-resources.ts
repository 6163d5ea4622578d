import { CreateAliasCommand, CreateGrantCommand, EncryptCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms'
import { DeleteFunctionCommand, GetFunctionCommand, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda'
import type { Setting } from '../setting/herald.ts'
import { createFunction, createKey, zipOf } from '../setting/pool.ts'

export interface KeyResources {
  keyArn: string
  ciphertext: Uint8Array
  grantId: string
  grantToken: string
  alias: string
  /** A key whose deletion is scheduled. */
  doomed: string
}

let count = 0
const caller = 'arn:aws:iam::000000000000:user/test'
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::000000000000:root' }, Action: 'kms:*', Resource: '*' },
  ],
})

export async function keyResources(setting: Setting): Promise<KeyResources> {
  const { kms } = setting
  const keyArn = await createKey(setting)
  const alias = `alias/fuzz-${++count}`
  await kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: keyArn }))
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: keyArn, Plaintext: Buffer.from('plain') }))
  const grant = await kms.send(
    new CreateGrantCommand({
      KeyId: keyArn,
      GranteePrincipal: 'cognito-idp.amazonaws.com',
      RetiringPrincipal: caller,
      Operations: ['Encrypt', 'Decrypt'],
    }),
  )
  const doomed = await createKey(setting)
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: doomed }))
  return { keyArn, alias, doomed, ciphertext: CiphertextBlob!, grantId: grant.GrantId!, grantToken: grant.GrantToken! }
}

export interface FunctionResources {
  name: string
  arn: string
  zip: Buffer
}

const NAME = 'fuzz-echo'
const source = 'export const handler = async (event) => event'

/** A function that answers its event; made anew, for the run changes it in every way. */
export async function functionResources(setting: Setting): Promise<FunctionResources> {
  const { lambda } = setting
  const exists = await lambda.send(new GetFunctionCommand({ FunctionName: NAME })).then(
    () => true,
    () => false,
  )
  if (exists) await lambda.send(new DeleteFunctionCommand({ FunctionName: NAME }))
  const arn = await createFunction(setting, NAME, source)
  await lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName: NAME, MaximumRetryAttempts: 1 }))
  return { name: NAME, arn, zip: await zipOf({ 'index.mjs': source }) }
}

export function keyRecipes(key: KeyResources): Record<string, Record<string, unknown>[]> {
  const KeyId = key.keyArn
  const grant = { KeyId, GranteePrincipal: caller, Operations: ['Encrypt'] }
  return {
    CancelKeyDeletion: [{ KeyId: key.doomed }],
    CreateAlias: [{ AliasName: `alias/fuzz-new-${++count}`, TargetKeyId: KeyId }],
    CreateGrant: [grant, { ...grant, RetiringPrincipal: caller, Constraints: { EncryptionContextSubset: { a: 'b' } } }],
    PutKeyPolicy: [
      { KeyId, Policy: policy },
      { KeyId, Policy: '{}' },
    ],
    Decrypt: [{ CiphertextBlob: key.ciphertext }, { CiphertextBlob: key.ciphertext, KeyId }],
    Encrypt: [
      { KeyId, Plaintext: Buffer.from('x') },
      { KeyId: key.alias, Plaintext: Buffer.from('x') },
    ],
    GenerateDataKey: [
      { KeyId, KeySpec: 'AES_256' },
      { KeyId, NumberOfBytes: 64, EncryptionContext: { a: 'b' } },
    ],
    GenerateDataKeyWithoutPlaintext: [{ KeyId, KeySpec: 'AES_128' }],
    CreateKey: [{}],
    ListKeys: [{}],
    ListAliases: [{ KeyId }],
    RetireGrant: [{ KeyId, GrantId: key.grantId }, { GrantToken: key.grantToken }],
    RevokeGrant: [{ KeyId, GrantId: key.grantId }],
    ListRetirableGrants: [{ RetiringPrincipal: caller }],
    UpdateAlias: [{ AliasName: key.alias, TargetKeyId: KeyId }],
    DeleteAlias: [{ AliasName: key.alias }],
  }
}

export function functionRecipes({ name, arn, zip }: FunctionResources): Record<string, Record<string, unknown>[]> {
  const FunctionName = name
  const create = { FunctionName: `fuzz-${++count}`, Role: 'arn:aws:iam::000000000000:role/x', Handler: 'index.handler' }
  return {
    CreateFunction: [{ ...create, Runtime: 'nodejs22.x', Code: { ZipFile: zip } }],
    UpdateFunctionCode: [{ FunctionName, ZipFile: zip }],
    Invoke: [
      { FunctionName, Payload: Buffer.from('{"a":1}') },
      { FunctionName, InvocationType: 'DryRun' },
      { FunctionName, LogType: 'Tail', Payload: Buffer.from('[]') },
    ],
    AddPermission: [
      { FunctionName, StatementId: `s${count}`, Action: 'lambda:InvokeFunction', Principal: 'sns.amazonaws.com' },
    ],
    RemovePermission: [{ FunctionName, StatementId: 'CognitoLambdaInvokeAccess' }],
    PutFunctionEventInvokeConfig: [{ FunctionName, MaximumRetryAttempts: 0 }],
    ListTags: [{ Resource: arn }],
  }
}
