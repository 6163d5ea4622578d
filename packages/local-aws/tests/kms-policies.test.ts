import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetKeyPolicyCommand,
  type KMSClient,
  ListKeyPoliciesCommand,
  ListKeysCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms'
import { ACCOUNT, openPlace, type Place, POOL, POOL_ARN } from './kms-place.ts'

const USER = `arn:aws:iam::${ACCOUNT}:user`
const ROLE = `arn:aws:iam::${ACCOUNT}:role/service-role/sender`
const ROOT = `arn:aws:iam::${ACCOUNT}:root`
const delegation = { Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'kms:*', Resource: '*' }
const forAlice = { ...delegation, Principal: { AWS: `${USER}/alice` } }

let place: Place
let alice: KMSClient

before(async () => {
  place = await openPlace()
  alice = place.as('alice')
})
after(async () => {
  await place.close()
  assert.deepEqual(place.faults, [])
})

async function keyWith(...statements: object[]): Promise<string> {
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const { KeyMetadata } = await alice.send(new CreateKeyCommand({ Policy, BypassPolicyLockoutSafetyCheck: true }))
  return KeyMetadata!.Arn!
}
const encrypt = (client: KMSClient, KeyId: string, EncryptionContext?: Record<string, string>) =>
  client.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x'), EncryptionContext }))
const generate = (client: KMSClient, KeyId: string) =>
  client.send(new GenerateDataKeyCommand({ KeyId, NumberOfBytes: 32, EncryptionContext: { 'userpool-id': POOL } }))
const denied = { name: 'AccessDeniedException' }

describe('the default policy', () => {
  test('reads as AWS writes it', async () => {
    const { KeyMetadata } = await alice.send(new CreateKeyCommand({}))
    const { Policy, PolicyName } = await alice.send(new GetKeyPolicyCommand({ KeyId: KeyMetadata!.KeyId }))
    assert.equal(PolicyName, 'default')
    assert.deepEqual(JSON.parse(Policy!), {
      Version: '2012-10-17',
      Id: 'key-default-1',
      Statement: [{ Sid: 'Enable IAM User Permissions', ...delegation }],
    })
    const { PolicyNames } = await alice.send(new ListKeyPoliciesCommand({ KeyId: KeyMetadata!.KeyId }))
    assert.deepEqual(PolicyNames, ['default'])
  })

  test('lets in everybody of the account and nobody else', async () => {
    const arn = await keyWith(delegation)
    await encrypt(place.as('bob'), arn)
    await encrypt(place.asFunction(ROLE), arn)
    await assert.rejects(encrypt(place.asCognito(POOL_ARN), arn), denied)
    await assert.rejects(encrypt(place.asRole('arn:aws:iam::999999999999:role/x'), arn), denied)
  })
})

describe('a policy that names who may', () => {
  test('keeps the others of the account out, in the words of AWS', async () => {
    const arn = await keyWith(forAlice)
    const { CiphertextBlob } = await encrypt(alice, arn)
    await assert.rejects(place.as('bob').send(new DecryptCommand({ CiphertextBlob })), {
      name: 'AccessDeniedException',
      message: `User: ${USER}/bob is not authorized to perform: kms:Decrypt on resource: ${arn} because no resource-based policy allows the kms:Decrypt action`,
    })
    await assert.rejects(place.as('bob').send(new DescribeKeyCommand({ KeyId: arn })), denied)
    await place.as('bob').send(new ListKeysCommand({}))
  })

  test("a function by its role, as a sender's role holds kms:Decrypt", async () => {
    const arn = await keyWith(forAlice, { ...delegation, Principal: { AWS: ROLE }, Action: 'kms:Decrypt' })
    const { CiphertextBlob } = await encrypt(alice, arn)
    await place.asFunction(ROLE).send(new DecryptCommand({ CiphertextBlob }))
    await assert.rejects(encrypt(place.asFunction(ROLE), arn), denied)
    const other = place.asFunction(`arn:aws:iam::${ACCOUNT}:role/other`)
    await assert.rejects(other.send(new DecryptCommand({ CiphertextBlob })), denied)
  })

  test('a Deny wins over every Allow, and over grants', async () => {
    const deny = { ...delegation, Effect: 'Deny', Principal: '*', Action: 'kms:GenerateDataKey*' }
    const arn = await keyWith(delegation, deny)
    await alice.send(
      new CreateGrantCommand({
        KeyId: arn,
        GranteePrincipal: 'cognito-idp.amazonaws.com',
        Operations: ['GenerateDataKey'],
      }),
    )
    await encrypt(alice, arn)
    for (const client of [alice, place.asCognito(POOL_ARN)]) {
      await assert.rejects(generate(client, arn), {
        name: 'AccessDeniedException',
        message: /kms:GenerateDataKey on resource: .* with an explicit deny in a resource-based policy$/,
      })
    }
  })

  test('an AWS service, for one account and resource', async () => {
    const arn = await keyWith(forAlice, {
      Effect: 'Allow',
      Principal: { Service: 'cognito-idp.amazonaws.com' },
      Action: 'kms:GenerateDataKey',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT }, ArnLike: { 'aws:SourceArn': `${POOL_ARN}*` } },
    })
    await generate(place.asCognito(POOL_ARN), arn)
    await assert.rejects(
      generate(place.asCognito('arn:aws:cognito-idp:eu-west-1:111122223333:userpool/x'), arn),
      denied,
    )
    await assert.rejects(generate(place.asCognito(), arn), denied)
  })

  test('an encryption context', async () => {
    const arn = await keyWith(forAlice, {
      ...delegation,
      Principal: { AWS: `${USER}/bob` },
      Action: 'kms:Encrypt',
      Condition: { StringEquals: { 'kms:EncryptionContext:userpool-id': POOL } },
    })
    await encrypt(place.as('bob'), arn, { 'userpool-id': POOL })
    await encrypt(place.as('bob'), arn, { 'userpool-id': POOL, more: 'x' })
    await assert.rejects(encrypt(place.as('bob'), arn, { 'userpool-id': 'other' }), denied)
    await assert.rejects(encrypt(place.as('bob'), arn), denied)
  })

  test("CreateGrant for one pool, as AWS's documentation scopes it", async () => {
    const arn = await keyWith(forAlice, {
      ...delegation,
      Principal: { AWS: `${USER}/deploy` },
      Action: 'kms:CreateGrant',
      Condition: {
        StringEquals: { 'kms:EncryptionContext:userpool-id': POOL },
        Bool: { 'kms:GrantIsForAWSResource': true },
        'ForAllValues:StringEquals': { 'kms:GrantOperations': ['GenerateDataKey', 'Encrypt'] },
      },
    })
    const grant = (pool: string, changes: object = {}) =>
      place.as('deploy').send(
        new CreateGrantCommand({
          KeyId: arn,
          GranteePrincipal: 'cognito-idp.amazonaws.com',
          Operations: ['GenerateDataKey'],
          Constraints: { EncryptionContextSubset: { 'userpool-id': pool } },
          ...changes,
        }),
      )
    await grant(POOL)
    await generate(place.asCognito(POOL_ARN), arn)
    await assert.rejects(grant('eu-west-1_Other'), denied)
    await assert.rejects(grant(POOL, { Operations: ['Decrypt'] }), denied)
    await assert.rejects(grant(POOL, { GranteePrincipal: `${USER}/deploy` }), denied)
  })

  test('somebody of another account', async () => {
    const stranger = 'arn:aws:iam::999999999999:role/partner'
    const arn = await keyWith(forAlice, { ...delegation, Principal: { AWS: stranger } })
    await encrypt(place.asRole(stranger), arn)
    await assert.rejects(
      place.asRole(stranger).send(new GetKeyPolicyCommand({ KeyId: arn })),
      denied,
      'administration is for the own account',
    )
  })
})

describe('PutKeyPolicy', () => {
  const put = (client: KMSClient, KeyId: string, Policy: object | string, BypassPolicyLockoutSafetyCheck?: boolean) =>
    client.send(
      new PutKeyPolicyCommand({
        KeyId,
        Policy: typeof Policy === 'string' ? Policy : JSON.stringify({ Version: '2012-10-17', Statement: Policy }),
        BypassPolicyLockoutSafetyCheck,
      }),
    )

  test('counts from the next call on', async () => {
    const arn = await keyWith(delegation)
    await encrypt(place.as('bob'), arn)
    await put(alice, arn, forAlice)
    await assert.rejects(encrypt(place.as('bob'), arn), denied)
    await assert.rejects(put(place.as('bob'), arn, delegation), denied)
    await put(alice, arn, delegation)
    await encrypt(place.as('bob'), arn)
  })

  test('does not let the caller lock itself out, unless it insists', async () => {
    const arn = await keyWith(delegation)
    const lockout = { ...delegation, Principal: { AWS: `${USER}/bob` } }
    await assert.rejects(put(alice, arn, lockout), {
      name: 'MalformedPolicyDocumentException',
      message: 'The new key policy will not allow you to update the key policy in the future.',
    })
    await encrypt(alice, arn)
    await put(alice, arn, lockout, true)
    await assert.rejects(encrypt(alice, arn), denied)
  })

  test('refuses what is no policy', async () => {
    const arn = await keyWith(delegation)
    for (const policy of [
      '{',
      '[]',
      { ...delegation, Principal: { AWS: 'alice' } },
      { ...delegation, Effect: 'Yes' },
    ]) {
      await assert.rejects(put(alice, arn, policy), { name: 'MalformedPolicyDocumentException' })
    }
    const long = { ...delegation, Sid: 'x'.repeat(32_768) }
    await assert.rejects(put(alice, arn, long), { name: 'LimitExceededException' })
    await assert.rejects(alice.send(new PutKeyPolicyCommand({ KeyId: arn, PolicyName: 'other', Policy: '{}' })), {
      name: 'NotFoundException',
      message: 'No such policy exists',
    })
  })
})
