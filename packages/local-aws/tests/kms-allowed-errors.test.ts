import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createClock, systemRandomness } from '@herald/environment'
import { createKms, kmsCollections, type LocalKms } from '@herald/local-aws/kms'
import { type Call, type Caller, mayAnswer, type Operation, ServiceError, validateInput } from '@herald/protocol'
import { createVault, openSqliteStore, type Store } from '@herald/storage'
import { wrap } from './kms-import-place.ts'

/** A row of numbers that is the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const RUNS = 400
const ACCOUNT = '111122223333'
let store: Store
let kms: LocalKms

before(async () => {
  store = await openSqliteStore({ folder: undefined, collections: [...kmsCollections] })
  const environment = { clock: createClock(), random: systemRandomness }
  kms = createKms({ store, vault: createVault(Buffer.alloc(32, 7)), environment })
})
after(async () => {
  await kms.stop()
  await store.close()
})

const alice = `arn:aws:iam::${ACCOUNT}:user/alice`
const callers: Caller[] = [
  { kind: 'account', arn: alice, accessKeyId: 'alice' },
  { kind: 'account', arn: `arn:aws:iam::${ACCOUNT}:user/bob`, accessKeyId: 'bob' },
  { kind: 'account', arn: 'arn:aws:sts::999999999999:assumed-role/x/y', accessKeyId: 'ASIAX' },
  { kind: 'service', service: 'cognito-idp.amazonaws.com', sourceAccount: ACCOUNT },
  { kind: 'anonymous' },
]
const callBy = (caller: Caller, region: string): Call => ({
  requestId: '00000000-0000-4000-8000-000000000000',
  region,
  accountId: ACCOUNT,
  caller,
  userAgent: '',
  sourceIp: '127.0.0.1',
  traceId: undefined,
  endpoint: 'http://127.0.0.1',
})

test('whatever is asked of whatever key, only errors that the model allows are answered', async () => {
  const pick = sequence(20_260_901)
  const one = <T>(list: readonly T[]): T => list[pick(list.length)]!
  const operations = kms.service.operations
  const asAlice = callBy(callers[0]!, 'eu-west-1')
  const run = (name: string, input: object) => (operations[name] as Operation)(asAlice, input)

  const policy = JSON.stringify({
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: alice },
      Action: '*',
      Resource: '*',
    },
  })
  const pair = { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }
  const inputs = [{}, {}, {}, { Policy: policy }, pair, { MultiRegion: true }, { Origin: 'EXTERNAL' }]
  const made = await Promise.all(inputs.map(async (input) => (await run('CreateKey', input)).KeyMetadata))
  const [plain, disabled, doomed] = made.map((key) => key.KeyId as string)
  const external = made.at(-1).KeyId as string
  const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }
  const { PublicKey, ImportToken } = await run('GetParametersForImport', { KeyId: external, ...wrapping })
  const wrapped = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(5)].map((material) =>
    wrap(wrapping.WrappingAlgorithm, PublicKey, material),
  )
  const names = ['alias/a', 'alias/none', 'alias/aws/x', 'alias/', 'a', `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/a`]
  await run('CreateAlias', { AliasName: 'alias/a', TargetKeyId: plain })
  const { CiphertextBlob } = await run('Encrypt', { KeyId: plain, Plaintext: Buffer.from('x') })
  const grant = await run('CreateGrant', {
    KeyId: plain,
    GranteePrincipal: 'cognito-idp.amazonaws.com',
    Operations: ['Encrypt'],
  })
  await run('DisableKey', { KeyId: disabled })
  await run('ScheduleKeyDeletion', { KeyId: doomed })

  const keyIds = [
    ...made.flatMap((key) => [key.KeyId, key.Arn, key.Arn.replace(ACCOUNT, '999999999999')]),
    ...names,
    '00000000-0000-0000-0000-000000000000',
    'arn:aws:kms:us-east-1:111122223333:key/x',
    'arn:aws:kms:eu-west-1:111122223333:nothing',
    'arn:',
    ' ',
    '\u0000',
    '../..',
  ]
  const principals = [
    'cognito-idp.amazonaws.com',
    `arn:aws:iam::${ACCOUNT}:user/bob`,
    'bob',
    `arn:aws:iam::${ACCOUNT}:root`,
  ]
  const contexts: object[] = [{}, { a: '1' }, { __proto__: '1' }, { constructor: 'x', 'userpool-id': '' }]
  const values: Record<string, readonly unknown[]> = {
    KeyId: keyIds,
    TargetKeyId: keyIds,
    AliasName: names,
    Description: ['', 'x'],
    KeySpec: ['SYMMETRIC_DEFAULT', 'RSA_2048', 'SM2', 'HMAC_256', 'AES_256', 'AES_128'],
    CustomerMasterKeySpec: ['SYMMETRIC_DEFAULT'],
    KeyUsage: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
    Origin: ['AWS_KMS', 'EXTERNAL'],
    MultiRegion: [true, false],
    Tags: [[], [{ TagKey: 'a', TagValue: '' }], [{ TagKey: 'AWS:a', TagValue: '\u0000' }]],
    Policy: [policy, '{}', '{', 'null', '"x"', '{"Statement":[null]}', '{"Statement":{"Effect":"Allow"}}'],
    PolicyName: ['default', 'other'],
    BypassPolicyLockoutSafetyCheck: [true, false],
    PendingWindowInDays: [1, 7, 30, 365],
    Limit: [1, 1000],
    Marker: ['x', 'WyIiLCIiXQ', Buffer.from('[null,""]').toString('base64url')],
    Plaintext: [Buffer.from('x'), Buffer.alloc(4096)],
    CiphertextBlob: [CiphertextBlob, Buffer.from('x'), Buffer.alloc(200, 0x30), CiphertextBlob.subarray(0, 100)],
    EncryptionContext: contexts,
    EncryptionAlgorithm: ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_256'],
    GrantTokens: [[], [grant.GrantToken], ['x'], ['\u0000']],
    NumberOfBytes: [1, 1024],
    DryRun: [true, false],
    Recipient: [{}],
    GranteePrincipal: principals,
    RetiringPrincipal: principals,
    GranteeServicePrincipal: ['cognito-idp.amazonaws.com'],
    RetiringServicePrincipal: ['cognito-idp.amazonaws.com'],
    Operations: [[], ['Encrypt'], ['Sign', 'Decrypt'], ['CreateGrant', 'CreateGrant']],
    Constraints: [{}, { EncryptionContextSubset: { a: '1' } }, { EncryptionContextEquals: {}, SourceArn: 'arn:aws:x' }],
    Name: ['n', 'm'],
    ReplicaRegion: ['us-east-1', 'eu-west-1', 'cn-north-1', 'x'],
    PrimaryRegion: ['us-east-1', 'eu-west-1', 'x'],
    // Making the longer ones would take the run's time.
    WrappingAlgorithm: ['RSAES_PKCS1_V1_5', 'SM2PKE', 'RSA_AES_KEY_WRAP_SHA_1', 'RSAES_OAEP_SHA_1'],
    WrappingKeySpec: ['RSA_2048', 'SM2'],
    ImportToken: [ImportToken, ImportToken, Buffer.from('x')],
    EncryptedKeyMaterial: [...wrapped, Buffer.from('x')],
    ExpirationModel: ['KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE'],
    ValidTo: [new Date(Date.now() + 86_400_000), new Date(0)],
    ImportType: ['NEW_KEY_MATERIAL', 'EXISTING_KEY_MATERIAL'],
    KeyMaterialId: ['f'.repeat(64)],
    KeyMaterialDescription: ['', 'x'],
    GrantId: [grant.GrantId, 'x', '\u0000'],
    GrantToken: [grant.GrantToken, 'x'],
  }
  const needed: Record<string, readonly string[]> = {
    CreateAlias: ['AliasName', 'TargetKeyId'],
    UpdateAlias: ['AliasName', 'TargetKeyId'],
    DeleteAlias: ['AliasName'],
    Encrypt: ['KeyId', 'Plaintext'],
    CreateGrant: ['KeyId', 'Operations'],
    RevokeGrant: ['KeyId', 'GrantId'],
    PutKeyPolicy: ['KeyId', 'Policy'],
    ReplicateKey: ['KeyId', 'ReplicaRegion'],
    UpdatePrimaryRegion: ['KeyId', 'PrimaryRegion'],
    GetParametersForImport: ['KeyId', 'WrappingAlgorithm', 'WrappingKeySpec'],
    ImportKeyMaterial: ['KeyId', 'ImportToken', 'EncryptedKeyMaterial', 'ExpirationModel'],
  }
  const optional = new Set(['CreateKey', 'ListKeys', 'ListAliases', 'ListRetirableGrants', 'RetireGrant', 'Decrypt'])

  const answers = new Map<string, number>()
  for (const [name, operation] of Object.entries(operations)) {
    for (let index = 0; index < RUNS; index++) {
      const input: Record<string, unknown> = {}
      for (const member of needed[name] ?? (optional.has(name) ? [] : ['KeyId'])) input[member] = one(values[member]!)
      for (const member of Object.keys(values)) {
        if (input[member] === undefined && pick(4) === 0) input[member] = one(values[member]!)
      }
      // Keys must not all be gone before the run is over.
      if (name === 'ScheduleKeyDeletion' || name === 'DisableKey') input.KeyId = one([doomed, one(names)])
      if (name === 'ImportKeyMaterial' && pick(2) === 0) input.KeyId = external
      const call = callBy(one([callers[0] as Caller, one(callers)]), one(['eu-west-1', 'eu-west-1', 'us-east-1']))
      // What breaks a constraint of the model never comes as far as KMS.
      const work = async () => {
        validateInput('kms', name, input)
        return operation(call, input)
      }
      const outcome = await work().then(
        () => 'ok',
        (error: unknown) => {
          assert.ok(error instanceof ServiceError, `${name}: ${error instanceof Error ? error.stack : error}`)
          assert.ok(mayAnswer('kms', name, error.code), `${name} answers ${error.code}: ${error.message}`)
          return error.code
        },
      )
      answers.set(outcome, (answers.get(outcome) ?? 0) + 1)
    }
  }
  assert.ok((answers.get('ok') ?? 0) > 500, JSON.stringify([...answers]))
  assert.ok(answers.size > 12, JSON.stringify([...answers]))
})
