import assert from 'node:assert/strict'
import { constants, createHash, createPublicKey, privateDecrypt, publicEncrypt, sign, verify } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import {
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EncryptCommand,
  type EncryptionAlgorithmSpec,
  GenerateDataKeyPairCommand,
  GenerateDataKeyPairWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  type KeySpec,
  type KMSClient,
  type MacAlgorithmSpec,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms'
import { materials } from '../src/kms/collections.ts'
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

async function newKey(input: CreateKeyCommandInput): Promise<string> {
  return (await alice.send(new CreateKeyCommand(input))).KeyMetadata!.Arn!
}
const message = Buffer.from('a message to be signed')
const invalid = { name: 'KMSInvalidSignatureException' }

async function publicKeyOf(KeyId: string) {
  const { PublicKey } = await alice.send(new GetPublicKeyCommand({ KeyId }))
  return createPublicKey({ key: Buffer.from(PublicKey!), format: 'der', type: 'spki' })
}

describe('signatures', () => {
  const specs: [KeySpec, SigningAlgorithmSpec[]][] = [
    [
      'RSA_2048',
      [
        'RSASSA_PKCS1_V1_5_SHA_256',
        'RSASSA_PKCS1_V1_5_SHA_384',
        'RSASSA_PKCS1_V1_5_SHA_512',
        'RSASSA_PSS_SHA_256',
        'RSASSA_PSS_SHA_384',
        'RSASSA_PSS_SHA_512',
      ],
    ],
    ['RSA_3072', ['RSASSA_PSS_SHA_256']],
    ['ECC_NIST_P256', ['ECDSA_SHA_256']],
    ['ECC_NIST_P384', ['ECDSA_SHA_384']],
    ['ECC_NIST_P521', ['ECDSA_SHA_512']],
    ['ECC_SECG_P256K1', ['ECDSA_SHA_256']],
  ]
  for (const [KeySpec, algorithms] of specs) {
    test(`${KeySpec}: OpenSSL agrees with them, for messages and for digests`, async () => {
      const KeyId = await newKey({ KeySpec, KeyUsage: 'SIGN_VERIFY' })
      const key = await publicKeyOf(KeyId)
      for (const SigningAlgorithm of algorithms) {
        const hash = `sha${/\d+$/.exec(SigningAlgorithm)![0]}`
        const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
        const options = { key, ...(SigningAlgorithm.includes('PSS') ? pss : {}) }
        const digest = createHash(hash).update(message).digest()
        const forms = [
          { Message: message, MessageType: 'RAW' },
          { Message: digest, MessageType: 'DIGEST' },
        ] as const
        for (const form of forms) {
          const made = await alice.send(new SignCommand({ KeyId, SigningAlgorithm, ...form }))
          assert.deepEqual([made.KeyId, made.SigningAlgorithm], [KeyId, SigningAlgorithm])
          const Signature = made.Signature!
          assert.equal(verify(hash, message, options, Signature), true, `${SigningAlgorithm} ${form.MessageType}`)
          for (const other of forms) {
            const answer = await alice.send(new VerifyCommand({ KeyId, SigningAlgorithm, ...other, Signature }))
            assert.deepEqual([answer.KeyId, answer.SignatureValid], [KeyId, true])
            const changed = Buffer.from(Signature)
            changed[changed.length - 1]! ^= 1
            for (const wrong of [changed, changed.subarray(1), Buffer.from('x')]) {
              const command = new VerifyCommand({ KeyId, SigningAlgorithm, ...other, Signature: wrong })
              await assert.rejects(alice.send(command), invalid)
            }
            const Message = Buffer.from(other.Message)
            Message[0]! ^= 1
            const command = new VerifyCommand({ KeyId, SigningAlgorithm, ...other, Message, Signature })
            await assert.rejects(alice.send(command), invalid)
          }
        }
        await assert.rejects(
          alice.send(new SignCommand({ KeyId, SigningAlgorithm, Message: message, MessageType: 'DIGEST' })),
          { name: 'ValidationException', message: `Digest is invalid length for algorithm ${SigningAlgorithm}.` },
        )
      }
    })
  }

  for (const [KeySpec, SigningAlgorithm] of [
    ['ECC_NIST_EDWARDS25519', 'ED25519_SHA_512'],
    ['ML_DSA_44', 'ML_DSA_SHAKE_256'],
  ] as const) {
    test(`${KeySpec}: whole messages`, async () => {
      const KeyId = await newKey({ KeySpec, KeyUsage: 'SIGN_VERIFY' })
      const { Signature } = await alice.send(new SignCommand({ KeyId, SigningAlgorithm, Message: message }))
      assert.equal(verify(null, message, await publicKeyOf(KeyId), Signature!), true)
      await alice.send(new VerifyCommand({ KeyId, SigningAlgorithm, Message: message, Signature }))
      const other = Buffer.from('another message')
      await assert.rejects(
        alice.send(new VerifyCommand({ KeyId, SigningAlgorithm, Message: other, Signature })),
        invalid,
      )
    })
  }

  test('an algorithm of another key, another usage, a disabled key and a dry run are refused', async () => {
    const KeyId = await newKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
    const signWith = (SigningAlgorithm: SigningAlgorithmSpec, key = KeyId, DryRun?: boolean) =>
      alice.send(new SignCommand({ KeyId: key, SigningAlgorithm, Message: message, DryRun }))
    await assert.rejects(signWith('ECDSA_SHA_384'), {
      name: 'InvalidKeyUsageException',
      message: 'Algorithm ECDSA_SHA_384 is incompatible with key spec ECC_NIST_P256.',
    })
    await assert.rejects(signWith('ECDSA_SHA_256', KeyId, true), { name: 'DryRunOperationException' })
    const symmetric = await newKey({})
    await assert.rejects(signWith('ECDSA_SHA_256', symmetric), {
      name: 'InvalidKeyUsageException',
      message: `${symmetric} key usage is ENCRYPT_DECRYPT which is not valid for Sign.`,
    })
    await assert.rejects(alice.send(new GetPublicKeyCommand({ KeyId: symmetric })), {
      name: 'UnsupportedOperationException',
    })
    await alice.send(new DisableKeyCommand({ KeyId }))
    await assert.rejects(signWith('ECDSA_SHA_256'), { name: 'DisabledException' })
  })

  test('the private key rests sealed', async () => {
    const KeyId = await newKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
    const { docs } = await place.store.find(materials, { limit: 1000 })
    const doc = docs.find((found) => KeyId.endsWith(found.keyId))!
    const spki = (await publicKeyOf(KeyId)).export({ format: 'der', type: 'spki' })
    assert.equal(doc.publicKey, spki.toString('base64'))
    // Every PKCS #8 starts with a version; here there is none to be found.
    assert.equal(Buffer.from(doc.sealed!, 'base64').includes(Buffer.from('020100', 'hex')), false)
  })
})

describe('encryption with RSA', () => {
  test('both ways, with OpenSSL at the other end', async () => {
    const KeyId = await newKey({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' })
    const sizes: [EncryptionAlgorithmSpec, string, number][] = [
      ['RSAES_OAEP_SHA_1', 'sha1', 214],
      ['RSAES_OAEP_SHA_256', 'sha256', 190],
    ]
    for (const [EncryptionAlgorithm, oaepHash, most] of sizes) {
      const Plaintext = Buffer.alloc(most, 7)
      const made = await alice.send(new EncryptCommand({ KeyId, EncryptionAlgorithm, Plaintext }))
      const own = publicEncrypt({ key: await publicKeyOf(KeyId), oaepHash }, Plaintext)
      for (const CiphertextBlob of [made.CiphertextBlob!, own]) {
        const opened = await alice.send(new DecryptCommand({ KeyId, EncryptionAlgorithm, CiphertextBlob }))
        assert.deepEqual(Buffer.from(opened.Plaintext!), Plaintext)
        assert.deepEqual([opened.KeyId, opened.EncryptionAlgorithm], [KeyId, EncryptionAlgorithm])
        assert.equal(opened.KeyMaterialId, undefined)
      }
      const longer = Buffer.alloc(most + 1)
      await assert.rejects(alice.send(new EncryptCommand({ KeyId, EncryptionAlgorithm, Plaintext: longer })), {
        name: 'ValidationException',
        message: `Algorithm ${EncryptionAlgorithm} and key spec RSA_2048 cannot encrypt data larger than ${most} bytes.`,
      })
      const CiphertextBlob = made.CiphertextBlob!
      await assert.rejects(alice.send(new DecryptCommand({ EncryptionAlgorithm, CiphertextBlob })), {
        name: 'InvalidCiphertextException',
      })
      const other = EncryptionAlgorithm === 'RSAES_OAEP_SHA_1' ? 'RSAES_OAEP_SHA_256' : 'RSAES_OAEP_SHA_1'
      await assert.rejects(alice.send(new DecryptCommand({ KeyId, EncryptionAlgorithm: other, CiphertextBlob })), {
        name: 'InvalidCiphertextException',
      })
    }
  })
})

describe('message authentication codes', () => {
  for (const bits of [224, 256, 384, 512]) {
    test(`HMAC_${bits}`, async () => {
      const KeyId = await newKey({ KeySpec: `HMAC_${bits}` as KeySpec, KeyUsage: 'GENERATE_VERIFY_MAC' })
      const MacAlgorithm = `HMAC_SHA_${bits}` as MacAlgorithmSpec
      const { Mac } = await alice.send(new GenerateMacCommand({ KeyId, MacAlgorithm, Message: message }))
      assert.equal(Mac!.byteLength, bits / 8)
      const answer = await alice.send(new VerifyMacCommand({ KeyId, MacAlgorithm, Message: message, Mac }))
      assert.deepEqual([answer.KeyId, answer.MacValid, answer.MacAlgorithm], [KeyId, true, MacAlgorithm])
      const wrong = { KeyId, MacAlgorithm, Message: Buffer.from('another'), Mac }
      await assert.rejects(alice.send(new VerifyMacCommand(wrong)), { name: 'KMSInvalidMacException' })
      const cut = { KeyId, MacAlgorithm, Message: message, Mac: Mac!.subarray(1) }
      await assert.rejects(alice.send(new VerifyMacCommand(cut)), { name: 'KMSInvalidMacException' })
      const other = bits === 256 ? 'HMAC_SHA_512' : 'HMAC_SHA_256'
      await assert.rejects(alice.send(new GenerateMacCommand({ KeyId, MacAlgorithm: other, Message: message })), {
        name: 'InvalidKeyUsageException',
        message: `Algorithm ${other} is incompatible with key spec HMAC_${bits}.`,
      })
      const { KeyMetadata } = await alice.send(new DescribeKeyCommand({ KeyId }))
      assert.deepEqual([KeyMetadata!.MacAlgorithms, KeyMetadata!.CurrentKeyMaterialId], [[MacAlgorithm], undefined])
    })
  }
})

describe('data key pairs', () => {
  test('their private half opens with the key, and fits the public one', async () => {
    const KeyId = await newKey({})
    const EncryptionContext = { purpose: 'pair' }
    const made = await alice.send(
      new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec: 'ECC_NIST_P256', EncryptionContext }),
    )
    assert.deepEqual([made.KeyId, made.KeyPairSpec], [KeyId, 'ECC_NIST_P256'])
    const CiphertextBlob = made.PrivateKeyCiphertextBlob
    const opened = await alice.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))
    assert.deepEqual(opened.Plaintext, made.PrivateKeyPlaintext)
    const privateKey = { key: Buffer.from(opened.Plaintext!), format: 'der', type: 'pkcs8' } as const
    const publicKey = { key: Buffer.from(made.PublicKey!), format: 'der', type: 'spki' } as const
    assert.equal(verify('sha256', message, publicKey, sign('sha256', message, privateKey)), true)
    await assert.rejects(alice.send(new DecryptCommand({ CiphertextBlob })), { name: 'InvalidCiphertextException' })

    const silent = await alice.send(new GenerateDataKeyPairWithoutPlaintextCommand({ KeyId, KeyPairSpec: 'RSA_2048' }))
    assert.equal('PrivateKeyPlaintext' in silent, false)
    const key = await alice.send(new DecryptCommand({ CiphertextBlob: silent.PrivateKeyCiphertextBlob }))
    const encrypted = publicEncrypt(
      createPublicKey({ key: Buffer.from(silent.PublicKey!), format: 'der', type: 'spki' }),
      message,
    )
    const rsa = { key: Buffer.from(key.Plaintext!), format: 'der', type: 'pkcs8' } as const
    assert.deepEqual(privateDecrypt(rsa, encrypted), message)
  })

  test('need a symmetric key, and make nothing in a dry run', async () => {
    const KeyPairSpec = 'RSA_2048' as const
    const KeyId = await newKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
    await assert.rejects(alice.send(new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec })), {
      name: 'InvalidKeyUsageException',
    })
    const symmetric = await newKey({})
    const dry = new GenerateDataKeyPairCommand({ KeyId: symmetric, KeyPairSpec, DryRun: true })
    await assert.rejects(alice.send(dry), { name: 'DryRunOperationException' })
  })
})
