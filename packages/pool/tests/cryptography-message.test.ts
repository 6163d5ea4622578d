import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { buildClient, CommitmentPolicy, getClient, KMS, KmsKeyringNode } from '@aws-crypto/client-node'
import { CreateKeyCommand, DisableKeyCommand } from '@aws-sdk/client-kms'
import { createAwsClient, type ServiceError } from '@herald/protocol'
import { createCryptography } from '../src/cryptography/index.ts'
import { dataKeysOf } from '../src/messages/data-key.ts'
import { accountId, region, startPools } from './compose.ts'
import { readMessage } from './message-layout.ts'

const userPoolId = `${region}_AbCdEfGhI`
const credentials = { accessKeyId: 'administrator', secretAccessKey: 'any' }

async function start() {
  const pools = await startPools()
  const cryptography = createCryptography()
  const aws = createAwsClient({ endpoint: () => pools.url, region, credentials: () => credentials })
  const { KeyMetadata } = await pools.kms().send(new CreateKeyCommand({}))
  const keyArn = KeyMetadata!.Arn!
  return {
    pools,
    keyArn,
    seal: (plaintext: string, key = keyArn) =>
      cryptography.sealMessage({ plaintext, userPoolId }, dataKeysOf(aws, key)),
    async [Symbol.asyncDispose]() {
      aws.close()
      await cryptography.close()
      await pools[Symbol.asyncDispose]()
    },
  }
}

/** What both captures of live pools have in common with a message of ours: all but keys, ids and what follows from them. */
function layoutOf(message: Buffer, poolId: string) {
  const { context, dataKeys, messageId, ...layout } = readMessage(message)
  assert.equal(messageId.length, 16)
  assert.equal(context['userpool-id'], poolId)
  assert.equal(context['aws-crypto-public-key']?.length, 68)
  assert.match(dataKeys[0]?.info ?? '', /^arn:aws:kms:[\w-]+:[\w]+:key\//)
  return { ...layout, contextNames: Object.keys(context), providers: dataKeys.map(({ provider }) => provider) }
}

test('a sealed code has the layout of the messages captured from live pools, field by field', async () => {
  await using place = await start()
  const ours = layoutOf(Buffer.from(await place.seal('123456'), 'base64'), userPoolId)
  const captured = JSON.parse(readFileSync(new URL('fixtures/captured-codes.json', import.meta.url), 'utf8')) as {
    year: number
    userPoolId: string
    code: string
  }[]
  assert.equal(captured.length, 2)
  for (const { userPoolId: poolId, code } of captured) {
    const theirs = layoutOf(Buffer.from(code, 'base64'), poolId)
    assert.deepEqual({ ...ours, footerLength: 0 }, { ...theirs, footerLength: 0 })
  }
  assert.ok(ours.footerLength >= 101 && ours.footerLength <= 103)
  assert.deepEqual(
    { ...ours, footerLength: 0 },
    {
      version: 1,
      type: 0x80,
      suite: 0x0378,
      contextNames: ['aws-crypto-public-key', 'userpool-id'],
      providers: ['aws-kms'],
      contentType: 'framed',
      ivLength: 12,
      frameLength: 4096,
      headerIv: '00'.repeat(12),
      finalFrame: { sequence: 1, iv: '000000000000000000000001', length: 6 },
      footerLength: 0,
    },
  )
})

test("today's SDK opens it with the key's ARN and finds the pool's id in the context", async () => {
  await using place = await start()
  const keyring = new KmsKeyringNode({
    keyIds: [place.keyArn],
    clientProvider: getClient(KMS, { endpoint: place.pools.url, credentials }),
  })
  const { decrypt } = buildClient(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
  for (const text of ['123456', 'Tempor&lt;ary-Pässw0rd1', '']) {
    const { plaintext, messageHeader } = await decrypt(keyring, Buffer.from(await place.seal(text), 'base64'))
    assert.equal(plaintext.toString(), text)
    assert.equal(messageHeader.encryptionContext['userpool-id'], userPoolId)
    assert.deepEqual(
      messageHeader.encryptedDataKeys.map(({ providerInfo }) => providerInfo),
      [place.keyArn],
    )
  }
})

test('signatures have the length that live pools’ have, and the SDK accepts every one', async () => {
  await using place = await start()
  const keyring = new KmsKeyringNode({
    keyIds: [place.keyArn],
    clientProvider: getClient(KMS, { endpoint: place.pools.url, credentials }),
  })
  const { decrypt } = buildClient(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
  const lengths = new Map<number, number>()
  for (let i = 0; i < 64; i++) {
    const message = Buffer.from(await place.seal(`${i}`), 'base64')
    const { footerLength } = readMessage(message)
    lengths.set(footerLength, (lengths.get(footerLength) ?? 0) + 1)
    assert.equal((await decrypt(keyring, message)).plaintext.toString(), `${i}`)
  }
  assert.ok((lengths.get(103) ?? 0) >= 58, JSON.stringify([...lengths]))
})

test('many messages at once are all sealed, each with a data key of its own', async () => {
  await using place = await start()
  const sealed = await Promise.all(Array.from({ length: 40 }, (_, i) => place.seal(`${100000 + i}`)))
  assert.equal(new Set(sealed.map((text) => readMessage(Buffer.from(text, 'base64')).dataKeys[0]?.blob)).size, 40)
})

test("KMS's refusal comes through by its name, without the plaintext", async () => {
  await using place = await start()
  await place.pools.kms().send(new DisableKeyCommand({ KeyId: place.keyArn }))
  await assert.rejects(place.seal('918273'), (error: Error) => {
    assert.equal((error as ServiceError).code, 'DisabledException')
    assert.doesNotMatch(`${error.message}${error.stack}${JSON.stringify(error)}`, /918273/)
    return true
  })
  const missing = `arn:aws:kms:${region}:${accountId}:key/00000000-0000-4000-8000-000000000000`
  await assert.rejects(place.seal('918273', missing), { code: 'NotFoundException' })
})
