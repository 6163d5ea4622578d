import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateRandomCommand,
  ReEncryptCommand,
} from '@aws-sdk/client-kms'
import { ACCOUNT, sharePlace } from './kms-place.ts'

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

test('moves between a symmetric key and an RSA key, each with its algorithm', async () => {
  const symmetric = await newKey()
  const rsa = await newKey({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' })
  const algorithm = 'RSAES_OAEP_SHA_256' as const
  const { CiphertextBlob } = await at.alice.send(new EncryptCommand({ KeyId: symmetric, Plaintext }))
  const there = await at.alice.send(
    new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: rsa, DestinationEncryptionAlgorithm: algorithm }),
  )
  assert.deepEqual(
    [there.SourceEncryptionAlgorithm, there.DestinationEncryptionAlgorithm],
    ['SYMMETRIC_DEFAULT', algorithm],
  )
  const opened = await at.alice.send(
    new DecryptCommand({ CiphertextBlob: there.CiphertextBlob, KeyId: rsa, EncryptionAlgorithm: algorithm }),
  )
  assert.deepEqual(Buffer.from(opened.Plaintext!), Plaintext)

  const back = { CiphertextBlob: there.CiphertextBlob, DestinationKeyId: symmetric }
  const fromRsa = { ...back, SourceKeyId: rsa, SourceEncryptionAlgorithm: algorithm }
  const here = await at.alice.send(new ReEncryptCommand(fromRsa))
  assert.deepEqual([here.SourceKeyId, here.KeyId], [rsa, symmetric])
  const { Plaintext: again } = await at.alice.send(new DecryptCommand({ CiphertextBlob: here.CiphertextBlob }))
  assert.deepEqual(Buffer.from(again!), Plaintext)
  // A ciphertext of RSA does not say whose it is.
  await assert.rejects(at.alice.send(new ReEncryptCommand(back)), { name: 'InvalidCiphertextException' })
  await assert.rejects(
    at.alice.send(new ReEncryptCommand({ ...fromRsa, SourceEncryptionAlgorithm: 'RSAES_OAEP_SHA_1' })),
    { name: 'InvalidCiphertextException' },
  )
  await assert.rejects(
    at.alice.send(
      new ReEncryptCommand({
        CiphertextBlob,
        DestinationKeyId: rsa,
        DestinationEncryptionAlgorithm: algorithm,
        DestinationEncryptionContext: { a: '1' },
      }),
    ),
    { name: 'ValidationException' },
  )
})

test('of another account needs ReEncryptFrom on one key and ReEncryptTo on the other', async () => {
  const partner = 'arn:aws:iam::999999999999:role/partner'
  const keyFor = (...actions: string[]) => {
    const own = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' }
    const others = actions.length > 0 ? [{ ...own, Principal: { AWS: partner }, Action: actions }] : []
    return newKey({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: [own, ...others] }) })
  }
  const move = async (from: string, to: string) => {
    const { CiphertextBlob } = await at.alice.send(new EncryptCommand({ KeyId: from, Plaintext }))
    return at.place.asRole(partner).send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: to }))
  }
  const [source, destination, closed] = [
    await keyFor('kms:ReEncryptFrom'),
    await keyFor('kms:ReEncryptTo'),
    await keyFor(),
  ]
  const moved = await move(source, destination)
  const { Plaintext: opened } = await at.alice.send(new DecryptCommand({ CiphertextBlob: moved.CiphertextBlob }))
  assert.deepEqual(Buffer.from(opened!), Plaintext)
  const denied = { name: 'AccessDeniedException' }
  await assert.rejects(move(destination, source), denied)
  await assert.rejects(move(source, closed), denied)
  await assert.rejects(move(closed, destination), denied)
  await assert.rejects(move(source, source), denied, 'to the same key is both')
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
