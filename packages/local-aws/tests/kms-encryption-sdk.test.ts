import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  getClient,
  KMS,
  KmsKeyringNode,
} from '@aws-crypto/client-node'
import { CreateGrantCommand, CreateKeyCommand, DisableKeyCommand, EnableKeyCommand } from '@aws-sdk/client-kms'
import type { IssuedCredentials } from '@herald/local-aws/sts'
import { ACCOUNT, openPlace, type Place, POOL, REGION } from './kms-place.ts'

let place: Place
let arn: string
let cognito: IssuedCredentials
let handler: IssuedCredentials

before(async () => {
  place = await openPlace()
  const alice = place.as('alice')
  const { KeyMetadata } = await alice.send(new CreateKeyCommand({}))
  arn = KeyMetadata!.Arn!
  await alice.send(
    new CreateGrantCommand({
      KeyId: arn,
      GranteePrincipal: 'cognito-idp.amazonaws.com',
      Operations: ['GenerateDataKey'],
      Constraints: { EncryptionContextSubset: { 'userpool-id': POOL } },
    }),
  )
  cognito = place.credentials.issueForService({ service: 'cognito-idp.amazonaws.com' })
  handler = place.credentials.issueForFunction({
    roleArn: `arn:aws:iam::${ACCOUNT}:role/sender`,
    functionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:mail`,
    functionName: 'mail',
    sandboxId: 'sandbox-1',
    currentTraceId: () => undefined,
  })
})
after(async () => {
  await place.close()
  assert.deepEqual(place.faults, [])
})

const clientOf = (credentials: IssuedCredentials) =>
  getClient(KMS, { endpoint: place.endpoint, credentials, maxAttempts: 1 })

async function seal(code: string, pool = POOL): Promise<Buffer> {
  const { encrypt } = buildClient(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
  const keyring = new KmsKeyringNode({ generatorKeyId: arn, clientProvider: clientOf(cognito) })
  const { result } = await encrypt(keyring, code, {
    suiteId: AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384,
    encryptionContext: { 'userpool-id': pool },
  })
  return result
}

async function open(message: Buffer) {
  const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
  return decrypt(new KmsKeyringNode({ keyIds: [arn], clientProvider: clientOf(handler) }), message)
}

test('Cognito seals a code under its grant, and a function opens it with the official library', async () => {
  const message = await seal('123456')
  const { plaintext, messageHeader } = await open(message)
  assert.equal(plaintext.toString(), '123456')
  assert.equal(messageHeader.suiteId, 0x0378)
  assert.equal(messageHeader.encryptionContext['userpool-id'], POOL)
  const [key] = messageHeader.encryptedDataKeys
  assert.equal(messageHeader.encryptedDataKeys.length, 1)
  assert.equal(key!.providerInfo, arn)
  assert.equal(key!.encryptedDataKey.byteLength, 184)
})

test('the message has the size of a captured one: 614 bytes, but for the signature that varies by a few', async () => {
  const pool = 'eu-west-1_AbCdEfGhI'
  assert.equal(pool.length, 19)
  assert.equal(arn.length, 75)
  const { length } = await seal('123456', pool)
  assert.ok(length >= 612 && length <= 616, `${length} bytes`)
})

test('another pool has no grant', async () => {
  await assert.rejects(seal('123456', 'eu-west-1_Other'), /not authorized to perform: kms:GenerateDataKey/)
})

test('a changed message does not open', async () => {
  const message = await seal('123456')
  message[message.indexOf('aws-kms') + 100]! ^= 1
  await assert.rejects(open(message))
})

test('a disabled key opens nothing until it is enabled again', async () => {
  const message = await seal('123456')
  const alice = place.as('alice')
  await alice.send(new DisableKeyCommand({ KeyId: arn }))
  await assert.rejects(open(message), /is disabled/)
  await alice.send(new EnableKeyCommand({ KeyId: arn }))
  assert.equal((await open(message)).plaintext.toString(), '123456')
})
