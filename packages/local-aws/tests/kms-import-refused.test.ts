import assert from 'node:assert/strict'
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import {
  DeleteImportedKeyMaterialCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  ImportKeyMaterialCommand,
  type KeySpec,
  SignCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms'
import { kmsCollections } from '@herald/local-aws/kms'
import { BY_AES, BY_OAEP, shareImportPlace, wrap } from './kms-import-place.ts'
import { DAY } from './kms-place.ts'

const at = shareImportPlace()
const { newKey, importInto, stateOf } = at
const external = { Origin: 'EXTERNAL' } as const
const forever = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' } as const
const wrongMaterial = { name: 'IncorrectKeyMaterialException' }

/** PKCS #8, DER. */
function privateKey(type: 'rsa' | 'ec', options: object): Buffer {
  const pair = (generateKeyPairSync as (type: string, options: object) => { privateKey: Buffer })(type, {
    ...options,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  return pair.privateKey
}

test('a token is for one key, one day, and the public key it came with', async () => {
  const [KeyId, other] = [await newKey(external), await newKey(external)]
  const [first, second] = [await at.parametersFor(KeyId), await at.parametersFor(KeyId)]
  const EncryptedKeyMaterial = wrap('RSAES_OAEP_SHA_256', first.PublicKey, randomBytes(32))
  const send = (input: { KeyId: string; ImportToken: Uint8Array; EncryptedKeyMaterial: Uint8Array }) =>
    at.alice.send(new ImportKeyMaterialCommand({ ...input, ...forever }))
  const { ImportToken } = first
  const invalid = { name: 'InvalidImportTokenException' }
  await assert.rejects(send({ KeyId: other, ImportToken, EncryptedKeyMaterial }), invalid)
  await assert.rejects(send({ KeyId, ImportToken: randomBytes(100), EncryptedKeyMaterial }), invalid)
  const changed = Buffer.from(ImportToken)
  changed[50]! ^= 1
  await assert.rejects(send({ KeyId, ImportToken: changed, EncryptedKeyMaterial }), invalid)
  const closed = { name: 'InvalidCiphertextException' }
  await assert.rejects(send({ KeyId, ImportToken: second.ImportToken, EncryptedKeyMaterial }), closed)
  await assert.rejects(send({ KeyId, ImportToken, EncryptedKeyMaterial: randomBytes(256) }), closed)
  const bySha1 = wrap('RSAES_OAEP_SHA_1', first.PublicKey, randomBytes(32))
  await assert.rejects(send({ KeyId, ImportToken, EncryptedKeyMaterial: bySha1 }), closed)
  at.place.clock.advance(DAY - 1000)
  await send({ KeyId, ImportToken, EncryptedKeyMaterial })
  at.place.clock.advance(1000)
  await assert.rejects(send({ KeyId, ImportToken, EncryptedKeyMaterial }), { name: 'ExpiredImportTokenException' })
})

test('a key whose material was made here takes and loses none', async () => {
  const KeyId = await newKey()
  const message = `${KeyId} origin is AWS_KMS which is not valid for this operation.`
  const refused = { name: 'UnsupportedOperationException', message }
  await assert.rejects(at.parametersFor(KeyId), refused)
  await assert.rejects(at.alice.send(new DeleteImportedKeyMaterialCommand({ KeyId })), refused)
  const bytes = { ImportToken: randomBytes(9), EncryptedKeyMaterial: randomBytes(9) }
  await assert.rejects(at.alice.send(new ImportKeyMaterialCommand({ KeyId, ...bytes, ...forever })), refused)
})

test('what cannot wrap a material is refused by name', async () => {
  const refused = (name: RegExp) => ({ name: 'UnsupportedOperationException', message: name })
  const symmetric = await newKey(external)
  const spec = { WrappingKeySpec: 'RSA_2048' } as const
  for (const WrappingAlgorithm of ['RSAES_PKCS1_V1_5', 'SM2PKE', 'RSA_AES_KEY_WRAP_SHA_256'] as const) {
    await assert.rejects(
      at.parametersFor(symmetric, { WrappingAlgorithm, ...spec }),
      refused(RegExp(WrappingAlgorithm)),
    )
  }
  await assert.rejects(at.parametersFor(symmetric, { ...BY_OAEP, WrappingKeySpec: 'SM2' }), refused(/SM2/))
  const signs = { ...external, KeyUsage: 'SIGN_VERIFY' } as const
  const rsa = await newKey({ ...signs, KeySpec: 'RSA_2048' })
  await assert.rejects(at.parametersFor(rsa, BY_OAEP), refused(/cannot wrap the key material of RSA_2048/))
  const curve = await newKey({ ...signs, KeySpec: 'ECC_NIST_P521' })
  await assert.rejects(at.parametersFor(curve, BY_OAEP), refused(/cannot wrap the key material of ECC_NIST_P521/))
  await assert.rejects(newKey({ ...signs, KeySpec: 'ML_DSA_44' }), refused(/ML_DSA_44 is not built/))
})

test('material of another length, size or curve is refused', async () => {
  await assert.rejects(importInto(await newKey(external), randomBytes(16)), wrongMaterial)
  await assert.rejects(importInto(await newKey(external), randomBytes(33)), wrongMaterial)
  const signs = { ...external, KeyUsage: 'SIGN_VERIFY' } as const
  const curve = await newKey({ ...signs, KeySpec: 'ECC_NIST_P256' })
  await assert.rejects(importInto(curve, privateKey('ec', { namedCurve: 'P-384' })), wrongMaterial)
  await assert.rejects(importInto(curve, randomBytes(100)), wrongMaterial)
  const rsa = await newKey({ ...signs, KeySpec: 'RSA_3072' })
  const small = privateKey('rsa', { modulusLength: 2048 })
  await assert.rejects(importInto(rsa, small, { wrapping: BY_AES }), wrongMaterial)
  assert.deepEqual([await stateOf(curve), await stateOf(rsa)], ['PendingImport', 'PendingImport'])
})

const pairs: [KeySpec, Buffer, 'RSASSA_PSS_SHA_256' | 'ECDSA_SHA_256' | 'ECDSA_SHA_512', typeof BY_AES][] = [
  ['RSA_2048', privateKey('rsa', { modulusLength: 2048 }), 'RSASSA_PSS_SHA_256', BY_AES],
  ['ECC_NIST_P256', privateKey('ec', { namedCurve: 'P-256' }), 'ECDSA_SHA_256', BY_OAEP],
  ['ECC_SECG_P256K1', privateKey('ec', { namedCurve: 'secp256k1' }), 'ECDSA_SHA_256', BY_OAEP],
  [
    'ECC_NIST_P521',
    privateKey('ec', { namedCurve: 'P-521' }),
    'ECDSA_SHA_512',
    { WrappingAlgorithm: 'RSA_AES_KEY_WRAP_SHA_1', WrappingKeySpec: 'RSA_2048' },
  ],
]
for (const [KeySpec, material, SigningAlgorithm, wrapping] of pairs) {
  test(`a private key of ${KeySpec} signs when it was imported, and no other takes its place`, async () => {
    const KeyId = await newKey({ ...external, KeySpec, KeyUsage: 'SIGN_VERIFY' })
    assert.equal(await importInto(KeyId, material, { wrapping }), undefined)
    const { PublicKey } = await at.alice.send(new GetPublicKeyCommand({ KeyId }))
    const own = createPublicKey(createPrivateKey({ key: material, format: 'der', type: 'pkcs8' }))
    assert.deepEqual(Buffer.from(PublicKey!), own.export({ format: 'der', type: 'spki' }))
    const sign = () => at.alice.send(new SignCommand({ KeyId, Message: Buffer.from('m'), SigningAlgorithm }))
    await sign()
    await at.alice.send(new DeleteImportedKeyMaterialCommand({ KeyId }))
    await assert.rejects(sign(), { name: 'KMSInvalidStateException' })
    const [type, options] = KeySpec.startsWith('RSA')
      ? (['rsa', { modulusLength: 2048 }] as const)
      : (['ec', { namedCurve: own.asymmetricKeyDetails!.namedCurve }] as const)
    await assert.rejects(importInto(KeyId, privateKey(type, options), { wrapping }), wrongMaterial)
    await importInto(KeyId, material, { wrapping })
    await sign()
    await assert.rejects(importInto(KeyId, material, { wrapping, ImportType: 'NEW_KEY_MATERIAL' }), {
      name: 'UnsupportedOperationException',
    })
  })
}

test('an HMAC key that was imported makes the MACs that its owner would', async () => {
  const KeyId = await newKey({ ...external, KeySpec: 'HMAC_384', KeyUsage: 'GENERATE_VERIFY_MAC' })
  const material = randomBytes(48)
  await importInto(KeyId, material)
  const message = { KeyId, MacAlgorithm: 'HMAC_SHA_384', Message: Buffer.from('m') } as const
  const { Mac } = await at.alice.send(new GenerateMacCommand(message))
  assert.deepEqual(Buffer.from(Mac!), createHmac('sha384', material).update('m').digest())
  await at.alice.send(new VerifyMacCommand({ ...message, Mac }))
  await assert.rejects(importInto(KeyId, randomBytes(48)), wrongMaterial)
})

test('imported material is not stored in clear', async () => {
  const KeyId = await newKey(external)
  const material = randomBytes(32)
  await importInto(KeyId, material)
  const stored: string[] = []
  for (const collection of kmsCollections) {
    for await (const text of everyText(collection)) stored.push(text)
  }
  assert.ok(stored.some((text) => text.includes(KeyId.slice(-36))))
  for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const) {
    assert.ok(!stored.some((text) => text.includes(material.toString(form))))
  }
})

async function* everyText(collection: (typeof kmsCollections)[number]) {
  let after: string | undefined
  do {
    const page = await at.place.store.find(collection as never, {
      limit: 500,
      ...(after === undefined ? {} : { after }),
    })
    for (const doc of page.docs) yield JSON.stringify(doc)
    after = page.next
  } while (after !== undefined)
}
