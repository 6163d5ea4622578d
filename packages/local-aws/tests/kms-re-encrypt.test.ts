import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateRandomCommand,
  type KMSClient,
  ReEncryptCommand,
} from '@aws-sdk/client-kms'
import { openPlace, type Place } from './kms-place.ts'

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

async function newKey(input: CreateKeyCommandInput = {}): Promise<string> {
  return (await alice.send(new CreateKeyCommand(input))).KeyMetadata!.Arn!
}

const Plaintext = Buffer.from('hello')

test('moves a ciphertext to another key and context', async () => {
  const [from, to] = [await newKey(), await newKey()]
  const EncryptionContext = { a: '1' }
  const { CiphertextBlob } = await alice.send(new EncryptCommand({ KeyId: from, Plaintext, EncryptionContext }))
  const moved = await alice.send(
    new ReEncryptCommand({
      CiphertextBlob,
      SourceEncryptionContext: EncryptionContext,
      DestinationKeyId: to,
      DestinationEncryptionContext: { b: '2' },
    }),
  )
  assert.deepEqual([moved.SourceKeyId, moved.KeyId], [from, to])
  const blob = moved.CiphertextBlob
  const opened = await alice.send(new DecryptCommand({ CiphertextBlob: blob, EncryptionContext: { b: '2' } }))
  assert.deepEqual([opened.KeyId, Buffer.from(opened.Plaintext!)], [to, Plaintext])
  await assert.rejects(alice.send(new DecryptCommand({ CiphertextBlob: blob, EncryptionContext })), {
    name: 'InvalidCiphertextException',
  })
})

test('refuses another context, another source key and a disabled destination', async () => {
  const [from, to] = [await newKey(), await newKey()]
  const { CiphertextBlob } = await alice.send(new EncryptCommand({ KeyId: from, Plaintext }))
  const input = { CiphertextBlob, DestinationKeyId: to }
  await assert.rejects(alice.send(new ReEncryptCommand({ ...input, SourceEncryptionContext: { a: '1' } })), {
    name: 'InvalidCiphertextException',
  })
  await assert.rejects(alice.send(new ReEncryptCommand({ ...input, SourceKeyId: to })), {
    name: 'IncorrectKeyException',
  })
  await assert.rejects(alice.send(new ReEncryptCommand({ ...input, DryRun: true })), {
    name: 'DryRunOperationException',
  })
  await alice.send(new DisableKeyCommand({ KeyId: to }))
  for (const DryRun of [false, true]) {
    await assert.rejects(alice.send(new ReEncryptCommand({ ...input, DryRun })), { name: 'DisabledException' })
  }
})

test('random bytes are as many as asked for, and never the same', async () => {
  for (const NumberOfBytes of [16, 1024]) {
    const one = await alice.send(new GenerateRandomCommand({ NumberOfBytes }))
    const two = await alice.send(new GenerateRandomCommand({ NumberOfBytes }))
    assert.deepEqual([one.Plaintext!.length, two.Plaintext!.length], [NumberOfBytes, NumberOfBytes])
    assert.notDeepEqual(one.Plaintext, two.Plaintext)
  }
  await assert.rejects(alice.send(new GenerateRandomCommand({ NumberOfBytes: 1025 })), { name: 'ValidationException' })
})
