import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateRandomCommand,
  ReEncryptCommand,
} from '@aws-sdk/client-kms'
import { sharePlace } from './kms-place.ts'

const at = sharePlace()
const { newKey } = at

const Plaintext = Buffer.from('hello')

test('moves a ciphertext to another key and context', async () => {
  const [from, to] = [await newKey(), await newKey()]
  const EncryptionContext = { a: '1' }
  const { CiphertextBlob } = await at.alice.send(new EncryptCommand({ KeyId: from, Plaintext, EncryptionContext }))
  const moved = await at.alice.send(
    new ReEncryptCommand({
      CiphertextBlob,
      SourceEncryptionContext: EncryptionContext,
      DestinationKeyId: to,
      DestinationEncryptionContext: { b: '2' },
    }),
  )
  assert.deepEqual([moved.SourceKeyId, moved.KeyId], [from, to])
  const blob = moved.CiphertextBlob
  const opened = await at.alice.send(new DecryptCommand({ CiphertextBlob: blob, EncryptionContext: { b: '2' } }))
  assert.deepEqual([opened.KeyId, Buffer.from(opened.Plaintext!)], [to, Plaintext])
  await assert.rejects(at.alice.send(new DecryptCommand({ CiphertextBlob: blob, EncryptionContext })), {
    name: 'InvalidCiphertextException',
  })
})

test('refuses another context, another source key and a disabled destination', async () => {
  const [from, to] = [await newKey(), await newKey()]
  const { CiphertextBlob } = await at.alice.send(new EncryptCommand({ KeyId: from, Plaintext }))
  const input = { CiphertextBlob, DestinationKeyId: to }
  await assert.rejects(at.alice.send(new ReEncryptCommand({ ...input, SourceEncryptionContext: { a: '1' } })), {
    name: 'InvalidCiphertextException',
  })
  await assert.rejects(at.alice.send(new ReEncryptCommand({ ...input, SourceKeyId: to })), {
    name: 'IncorrectKeyException',
  })
  await assert.rejects(at.alice.send(new ReEncryptCommand({ ...input, DryRun: true })), {
    name: 'DryRunOperationException',
  })
  await at.alice.send(new DisableKeyCommand({ KeyId: to }))
  for (const DryRun of [false, true]) {
    await assert.rejects(at.alice.send(new ReEncryptCommand({ ...input, DryRun })), { name: 'DisabledException' })
  }
})

test('random bytes are as many as asked for, and never the same', async () => {
  for (const NumberOfBytes of [16, 1024]) {
    const one = await at.alice.send(new GenerateRandomCommand({ NumberOfBytes }))
    const two = await at.alice.send(new GenerateRandomCommand({ NumberOfBytes }))
    assert.deepEqual([one.Plaintext!.length, two.Plaintext!.length], [NumberOfBytes, NumberOfBytes])
    assert.notDeepEqual(one.Plaintext, two.Plaintext)
  }
  await assert.rejects(at.alice.send(new GenerateRandomCommand({ NumberOfBytes: 1025 })), {
    name: 'ValidationException',
  })
})
