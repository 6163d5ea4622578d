import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  CreateAliasCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  type KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms'
import { ACCOUNT, openPlace, type Place, REGION } from './kms-place.ts'

let place: Place
let alice: KMSClient
let arn: string
let id: string

before(async () => {
  place = await openPlace()
  alice = place.as('alice')
  ;({ arn, id } = await newKey())
})
after(async () => {
  await place.close()
  assert.deepEqual(place.faults, [])
})

async function newKey(input: CreateKeyCommandInput = {}): Promise<{ arn: string; id: string }> {
  const { KeyMetadata } = await alice.send(new CreateKeyCommand(input))
  return { arn: KeyMetadata!.Arn!, id: KeyMetadata!.KeyId! }
}

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()
const EncryptionContext = { 'userpool-id': 'eu-west-1_AbC', purpose: 'code' }

describe('encrypt and decrypt', () => {
  test('round trip, with the key found by the ciphertext', async () => {
    const made = await alice.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from('hello'), EncryptionContext }))
    assert.equal(made.KeyId, arn)
    assert.equal(made.EncryptionAlgorithm, 'SYMMETRIC_DEFAULT')
    assert.equal(Buffer.from(made.CiphertextBlob!).includes('hello'), false)
    const reversed = { purpose: 'code', 'userpool-id': 'eu-west-1_AbC' }
    const { CiphertextBlob } = made
    for (const KeyId of [undefined, id, arn]) {
      const opened = await alice.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: reversed, KeyId }))
      assert.equal(text(opened.Plaintext), 'hello')
      assert.equal(opened.KeyId, arn)
    }
  })

  test('the same text never gives the same ciphertext', async () => {
    const one = await alice.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from('x') }))
    const two = await alice.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from('x') }))
    assert.notDeepEqual(one.CiphertextBlob, two.CiphertextBlob)
  })

  for (const size of [1, 16, 128, 255, 256, 4096]) {
    test(`${size} bytes`, async () => {
      const Plaintext = Buffer.alloc(size, 0xa5)
      const { CiphertextBlob } = await alice.send(new EncryptCommand({ KeyId: id, Plaintext }))
      assert.ok(CiphertextBlob!.byteLength <= 6144)
      const opened = await alice.send(new DecryptCommand({ CiphertextBlob }))
      assert.deepEqual(Buffer.from(opened.Plaintext!), Plaintext)
    })
  }

  test('all four ways to name a key', async () => {
    await alice.send(new CreateAliasCommand({ AliasName: 'alias/sender', TargetKeyId: id }))
    for (const KeyId of [id, arn, 'alias/sender', `arn:aws:kms:${REGION}:${ACCOUNT}:alias/sender`]) {
      const made = await alice.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }))
      assert.equal(made.KeyId, arn)
    }
  })

  test('every byte of a ciphertext counts', async () => {
    const made = await alice.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from('hello'), EncryptionContext }))
    const blob = Buffer.from(made.CiphertextBlob!)
    for (let at = 0; at < blob.length; at++) {
      const changed = Buffer.from(blob)
      changed[at]! ^= 1
      await assert.rejects(alice.send(new DecryptCommand({ CiphertextBlob: changed, EncryptionContext })), {
        name: 'InvalidCiphertextException',
      })
    }
    for (const changed of [blob.subarray(0, -1), Buffer.concat([blob, Buffer.from([0])]), blob.subarray(0, 60)]) {
      await assert.rejects(alice.send(new DecryptCommand({ CiphertextBlob: changed, EncryptionContext })), {
        name: 'InvalidCiphertextException',
      })
    }
  })

  const contexts: [string, Record<string, string> | undefined][] = [
    ['none', undefined],
    ['a pair less', { purpose: 'code' }],
    ['a pair more', { ...EncryptionContext, more: '' }],
    ['another value', { ...EncryptionContext, purpose: 'link' }],
    ['another case', { ...EncryptionContext, purpose: 'Code' }],
    ['names and values that join to the same', { 'userpool-ideu': '-west-1_AbC', purpose: 'code' }],
  ]
  for (const [name, other] of contexts) {
    test(`another encryption context: ${name}`, async () => {
      const made = await alice.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from('x'), EncryptionContext }))
      const { CiphertextBlob } = made
      await assert.rejects(alice.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: other })), {
        name: 'InvalidCiphertextException',
      })
    })
  }

  test('another key than the one that encrypted', async () => {
    const { CiphertextBlob } = await alice.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from('x') }))
    const other = await newKey()
    await assert.rejects(alice.send(new DecryptCommand({ CiphertextBlob, KeyId: other.id })), {
      name: 'IncorrectKeyException',
      message: 'The key ID in the request does not identify a CMK that can perform this operation.',
    })
  })

  test('what was never a ciphertext of this KMS', async () => {
    const foreign = Buffer.from(
      'AQIBAHg4pZkSlhSjx+HJ3YIt2p2cdUo02VjYpaehpkiEQ9Rh2QEv3dbswWNjWxfx2CsBjca6AAAAfjB8BgkqhkiG9w0BBwagbzBtAgEAMGgGCSqGSIb3DQEHATAeBglghkgBZQMEAS4wEQQMG4CDfifdrXVixRLRAgEQgDspDiyKAeAQXrHV6iiSe5IB3L9r6WkFJl8F4/t/gnQFeG8EiL9+r86w4j00CIcStGlMXu+hZ9Rl3tMK7g==',
      'base64',
    )
    assert.equal(foreign.length, 184)
    for (const CiphertextBlob of [foreign, Buffer.from('x'), Buffer.alloc(184)]) {
      await assert.rejects(alice.send(new DecryptCommand({ CiphertextBlob })), { name: 'InvalidCiphertextException' })
    }
    const message = Buffer.concat([Buffer.from([1, 0x80, 3, 0x78]), Buffer.alloc(200)])
    await assert.rejects(alice.send(new DecryptCommand({ CiphertextBlob: message })), {
      name: 'InvalidCiphertextException',
      message: /AWS Encryption SDK/,
    })
  })

  test('a ciphertext does not open in another region', async () => {
    const { CiphertextBlob } = await alice.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from('x') }))
    await assert.rejects(place.as('alice', 'us-east-1').send(new DecryptCommand({ CiphertextBlob })), {
      name: 'AccessDeniedException',
      message: /^User: arn:aws:iam::111122223333:user\/alice is not authorized to perform: kms:Decrypt on the resource/,
    })
  })
})

describe('data keys', () => {
  test('of 32 bytes come in a blob of 184, in the frame that captured ones have', async () => {
    const made = await alice.send(new GenerateDataKeyCommand({ KeyId: arn, NumberOfBytes: 32, EncryptionContext }))
    const blob = Buffer.from(made.CiphertextBlob!)
    assert.equal(blob.length, 184)
    assert.equal(blob.toString('hex', 0, 5), '0102010078')
    const frame =
      '0000007e307c06092a864886f70d010706a06f306d0201003068' +
      '06092a864886f70d010701301e060960864801650304012e3011040c'
    assert.equal(blob.toString('hex', 54, 54 + frame.length / 2), frame)
    assert.equal(blob.toString('hex', 120, 125), '020110803b')
    assert.equal(made.KeyId, arn)
    assert.match(made.KeyMaterialId!, /^[0-9a-f]{64}$/)
    const opened = await alice.send(new DecryptCommand({ CiphertextBlob: blob, EncryptionContext }))
    assert.deepEqual(opened.Plaintext, made.Plaintext)
  })

  test('have the size that is asked for', async () => {
    const sizeOf = async (input: { KeySpec?: 'AES_128' | 'AES_256'; NumberOfBytes?: number }) =>
      (await alice.send(new GenerateDataKeyCommand({ KeyId: id, ...input }))).Plaintext!.byteLength
    assert.deepEqual(
      await Promise.all(
        [{ KeySpec: 'AES_128' as const }, { KeySpec: 'AES_256' as const }, { NumberOfBytes: 1024 }].map(sizeOf),
      ),
      [16, 32, 1024],
    )
  })

  test('without plaintext', async () => {
    const made = await alice.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: id, KeySpec: 'AES_256' }))
    assert.equal('Plaintext' in made, false)
    const opened = await alice.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }))
    assert.equal(opened.Plaintext!.byteLength, 32)
  })

  test('need exactly one size', async () => {
    const both = { KeySpec: 'AES_256' as const, NumberOfBytes: 32 }
    for (const input of [{}, both]) {
      await assert.rejects(alice.send(new GenerateDataKeyCommand({ KeyId: id, ...input })), {
        name: 'ValidationException',
        message: 'Please specify either number of bytes or key spec.',
      })
    }
  })
})

describe('keys that cannot', () => {
  const attempts = (KeyId: string) => ({
    Encrypt: () => alice.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') })),
    GenerateDataKey: () => alice.send(new GenerateDataKeyCommand({ KeyId, NumberOfBytes: 32 })),
    GenerateDataKeyWithoutPlaintext: () =>
      alice.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId, NumberOfBytes: 32 })),
    Decrypt: () => alice.send(new DecryptCommand({ KeyId, CiphertextBlob: Buffer.from('x') })),
  })

  const kinds: [CreateKeyCommandInput, (arn: string, operation: string) => string][] = [
    [
      { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
      (arn, operation) => `${arn} key usage is SIGN_VERIFY which is not valid for ${operation}.`,
    ],
    [
      { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
      (arn, operation) => `${arn} key usage is GENERATE_VERIFY_MAC which is not valid for ${operation}.`,
    ],
    [
      { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' },
      (arn, operation) => `${arn} key usage is KEY_AGREEMENT which is not valid for ${operation}.`,
    ],
    [
      { KeySpec: 'RSA_4096', KeyUsage: 'ENCRYPT_DECRYPT' },
      () => 'Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_4096.',
    ],
  ]
  for (const [input, message] of kinds) {
    test(`${input.KeySpec} for ${input.KeyUsage}`, async () => {
      const key = await newKey(input)
      for (const [operation, attempt] of Object.entries(attempts(key.arn))) {
        await assert.rejects(attempt(), { name: 'InvalidKeyUsageException', message: message(key.arn, operation) })
      }
    })
  }

  test('disabled', async () => {
    const key = await newKey()
    await alice.send(new DisableKeyCommand({ KeyId: key.id }))
    for (const attempt of Object.values(attempts(key.id))) {
      await assert.rejects(attempt(), { name: 'DisabledException', message: `${key.arn} is disabled.` })
    }
  })

  test('pending deletion', async () => {
    const key = await newKey()
    await alice.send(new ScheduleKeyDeletionCommand({ KeyId: key.id }))
    for (const attempt of Object.values(attempts(key.arn))) {
      await assert.rejects(attempt(), {
        name: 'KMSInvalidStateException',
        message: `${key.arn} is pending deletion.`,
      })
    }
  })

  const names: [string, RegExp][] = [
    ['no-key', /^Invalid keyId 'no-key'$/],
    [
      '00000000-0000-0000-0000-000000000000',
      /^Key 'arn:aws:kms:eu-west-1:111122223333:key\/00000000-0000-0000-0000-000000000000' does not exist$/,
    ],
    ['alias/none', /^Alias arn:aws:kms:eu-west-1:111122223333:alias\/none is not found\.$/],
    [`arn:aws:kms:us-east-1:${ACCOUNT}:key/00000000-0000-0000-0000-000000000000`, /^Invalid arn us-east-1$/],
    ['arn:aws:s3:::bucket', /^Invalid keyId 'arn:aws:s3:::bucket'$/],
  ]
  for (const [KeyId, message] of names) {
    test(`named ${KeyId}`, async () => {
      for (const attempt of Object.values(attempts(KeyId))) {
        await assert.rejects(attempt(), { name: 'NotFoundException', message })
      }
    })
  }

  test('of another account', async () => {
    const KeyId = `arn:aws:kms:${REGION}:999999999999:key/00000000-0000-0000-0000-000000000000`
    await assert.rejects(attempts(KeyId).Encrypt(), {
      name: 'AccessDeniedException',
      message: /does not exist in this/,
    })
  })
})

test('a dry run does nothing but say so', async () => {
  for (const command of [
    new EncryptCommand({ KeyId: id, Plaintext: Buffer.from('x'), DryRun: true }),
    new GenerateDataKeyCommand({ KeyId: id, NumberOfBytes: 32, DryRun: true }),
  ]) {
    await assert.rejects(alice.send(command as EncryptCommand), { name: 'DryRunOperationException' })
  }
})
