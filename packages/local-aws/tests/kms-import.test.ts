import assert from 'node:assert/strict'
import { createPublicKey, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetKeyRotationStatusCommand,
  ListKeyRotationsCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms'
import { shareImportPlace } from './kms-import-place.ts'
import { DAY } from './kms-place.ts'

const at = shareImportPlace()
const { newKey, importInto, stateOf } = at
const external = { Origin: 'EXTERNAL' } as const

const encrypt = async (KeyId: string, text: string) =>
  (await at.alice.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from(text) }))).CiphertextBlob!
const decrypt = async (CiphertextBlob: Uint8Array) =>
  Buffer.from((await at.alice.send(new DecryptCommand({ CiphertextBlob }))).Plaintext!).toString()
const remove = (KeyId: string, KeyMaterialId?: string) =>
  at.alice.send(new DeleteImportedKeyMaterialCommand({ KeyId, KeyMaterialId }))
const metadataOf = async (KeyId: string) => (await at.alice.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata!
const materialsOf = async (KeyId: string) =>
  (await at.alice.send(new ListKeyRotationsCommand({ KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }))).Rotations!

test('a key of origin EXTERNAL waits for its material, and whatever needs it says so', async () => {
  const KeyId = await newKey(external)
  const { KeyState, Enabled, Origin, ExpirationModel, CurrentKeyMaterialId } = await metadataOf(KeyId)
  assert.deepEqual(
    [KeyState, Enabled, Origin, ExpirationModel, CurrentKeyMaterialId],
    ['PendingImport', false, 'EXTERNAL', undefined, undefined],
  )
  const waits = { name: 'KMSInvalidStateException', message: `${KeyId} is pending import.` }
  await assert.rejects(encrypt(KeyId, 'x'), waits)
  await assert.rejects(at.alice.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' })), waits)
  await assert.rejects(at.alice.send(new EnableKeyCommand({ KeyId })), waits)
  await assert.rejects(at.alice.send(new DisableKeyCommand({ KeyId })), waits)
  await assert.rejects(at.alice.send(new RotateKeyOnDemandCommand({ KeyId })), waits)
  await at.alice.send(new CreateAliasCommand({ AliasName: 'alias/waiting', TargetKeyId: KeyId }))
  assert.deepEqual(await materialsOf(KeyId), [])
  // Nothing is there to delete, which is no fault.
  assert.equal((await remove(KeyId)).KeyId, KeyId)
})

test('parameters are a public key of the size asked for, and hold for a day', async () => {
  const KeyId = await newKey(external)
  for (const WrappingKeySpec of ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const) {
    const found = await at.parametersFor(KeyId, { WrappingAlgorithm: 'RSAES_OAEP_SHA_1', WrappingKeySpec })
    const key = createPublicKey({ key: Buffer.from(found.PublicKey), format: 'der', type: 'spki' })
    assert.equal(`RSA_${key.asymmetricKeyDetails!.modulusLength}`, WrappingKeySpec)
    assert.ok(found.ImportToken.byteLength <= 6144)
    assert.equal(found.KeyId, KeyId)
    assert.equal(found.ParametersValidTo!.getTime(), at.place.clock.now() + DAY)
  }
})

for (const WrappingAlgorithm of ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] as const) {
  test(`material wrapped by ${WrappingAlgorithm} makes the key work`, async () => {
    const KeyId = await newKey(external)
    const id = await importInto(KeyId, randomBytes(32), {
      wrapping: { WrappingAlgorithm, WrappingKeySpec: 'RSA_2048' },
    })
    const metadata = await metadataOf(KeyId)
    assert.deepEqual(
      [metadata.KeyState, metadata.Enabled, metadata.ExpirationModel, metadata.ValidTo, metadata.CurrentKeyMaterialId],
      ['Enabled', true, 'KEY_MATERIAL_DOES_NOT_EXPIRE', undefined, id],
    )
    assert.match(id!, /^[0-9a-f]{64}$/)
    assert.equal(await decrypt(await encrypt(KeyId, 'hello')), 'hello')
  })
}

test('material that was deleted comes back by another import of the same, and opens what it encrypted', async () => {
  const KeyId = await newKey(external)
  const material = randomBytes(32)
  const id = await importInto(KeyId, material)
  const old = await encrypt(KeyId, 'old')
  assert.deepEqual(await remove(KeyId).then(({ KeyId, KeyMaterialId }) => [KeyId, KeyMaterialId]), [KeyId, id])
  assert.equal(await stateOf(KeyId), 'PendingImport')
  const waits = { name: 'KMSInvalidStateException', message: `${KeyId} is pending import.` }
  await assert.rejects(decrypt(old), waits)
  assert.equal((await materialsOf(KeyId))[0]!.ImportState, 'PENDING_IMPORT')
  const wrong = { name: 'IncorrectKeyMaterialException' }
  await assert.rejects(importInto(KeyId, randomBytes(32)), wrong)
  assert.equal(await importInto(KeyId, material), id)
  assert.equal(await decrypt(old), 'old')
  await assert.rejects(importInto(KeyId, material, { KeyMaterialId: 'f'.repeat(64) }), wrong)
  assert.equal(await importInto(KeyId, material, { KeyMaterialId: id, ImportType: 'EXISTING_KEY_MATERIAL' }), id)
})

test('material has another name in another key', async () => {
  const material = randomBytes(32)
  const [one, other] = [await newKey(external), await newKey(external)]
  assert.notEqual(await importInto(one, material), await importInto(other, material))
})

test('material expires by the clock; another import of the same sets another time or none', async () => {
  const KeyId = await newKey(external)
  const material = randomBytes(32)
  const ValidTo = new Date(at.place.clock.now() + 2 * DAY)
  await importInto(KeyId, material, { ValidTo })
  const metadata = await metadataOf(KeyId)
  assert.deepEqual([metadata.ExpirationModel, metadata.ValidTo], ['KEY_MATERIAL_EXPIRES', ValidTo])
  const old = await encrypt(KeyId, 'old')
  at.place.clock.advance(2 * DAY - 1000)
  assert.equal(await decrypt(old), 'old')
  at.place.clock.advance(1000)
  await assert.rejects(decrypt(old), { name: 'KMSInvalidStateException' })
  assert.deepEqual(await metadataOf(KeyId).then((found) => [found.KeyState, found.ExpirationModel]), [
    'PendingImport',
    undefined,
  ])
  await importInto(KeyId, material, { ValidTo: new Date(at.place.clock.now() + DAY) })
  await importInto(KeyId, material)
  at.place.clock.advance(400 * DAY)
  assert.equal(await decrypt(old), 'old')
})

test('the time that material expires at is in the coming year, and given only where it expires', async () => {
  const KeyId = await newKey(external)
  const now = at.place.clock.now()
  const bad = [
    { ExpirationModel: 'KEY_MATERIAL_EXPIRES' },
    { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE', ValidTo: new Date(now + DAY) },
    { ValidTo: new Date(now) },
    { ValidTo: new Date(now + 366 * DAY) },
    { ImportType: 'NEW_KEY_MATERIAL', KeyMaterialId: 'f'.repeat(64) },
  ] as const
  for (const input of bad)
    await assert.rejects(importInto(KeyId, randomBytes(32), input), { name: 'ValidationException' })
  assert.equal(await stateOf(KeyId), 'PendingImport')
})

test('new material waits until the key rotates on demand; then both are needed', async () => {
  const KeyId = await newKey(external)
  const [first, second] = [randomBytes(32), randomBytes(32)]
  const firstId = await importInto(KeyId, first, { KeyMaterialDescription: 'made in 2026' })
  const old = await encrypt(KeyId, 'old')
  await assert.rejects(at.alice.send(new RotateKeyOnDemandCommand({ KeyId })), {
    name: 'KMSInvalidStateException',
    message: `No available key material pending rotation for the key: ${KeyId}.`,
  })
  const anew = { ImportType: 'NEW_KEY_MATERIAL' } as const
  await assert.rejects(importInto(KeyId, first, anew), { name: 'IncorrectKeyMaterialException' })
  const secondId = await importInto(KeyId, second, anew)
  const shown = async () =>
    (await materialsOf(KeyId)).map((found) => [
      found.KeyMaterialId,
      found.KeyMaterialState,
      found.ImportState,
      found.KeyMaterialDescription,
    ])
  assert.deepEqual(await shown(), [
    [firstId, 'CURRENT', 'IMPORTED', 'made in 2026'],
    [secondId, 'PENDING_ROTATION', 'IMPORTED', undefined],
  ])
  await assert.rejects(importInto(KeyId, randomBytes(32), anew), { name: 'KMSInvalidStateException' })
  // What only waits can go, and the key stays as it is.
  await remove(KeyId, secondId)
  assert.deepEqual([await stateOf(KeyId), (await shown()).length], ['Enabled', 1])
  await importInto(KeyId, second, anew)
  await at.alice.send(new RotateKeyOnDemandCommand({ KeyId }))
  assert.deepEqual(
    (await shown()).map(([id, state]) => [id, state]),
    [
      [firstId, 'NON_CURRENT'],
      [secondId, 'CURRENT'],
    ],
  )
  assert.equal((await metadataOf(KeyId)).CurrentKeyMaterialId, secondId)
  const young = await encrypt(KeyId, 'young')
  await remove(KeyId, firstId)
  await assert.rejects(decrypt(young), { name: 'KMSInvalidStateException' })
  await remove(KeyId)
  await importInto(KeyId, first)
  assert.equal(await stateOf(KeyId), 'PendingImport')
  await importInto(KeyId, second)
  assert.deepEqual([await decrypt(old), await decrypt(young)], ['old', 'young'])
  await assert.rejects(remove(KeyId, 'f'.repeat(64)), { name: 'NotFoundException' })
})

test('imported material does not rotate by itself', async () => {
  const KeyId = await newKey(external)
  await importInto(KeyId, randomBytes(32))
  await assert.rejects(at.alice.send(new EnableKeyRotationCommand({ KeyId })), {
    name: 'UnsupportedOperationException',
    message: `${KeyId} origin is EXTERNAL which is not valid for this operation.`,
  })
  const status = await at.alice.send(new GetKeyRotationStatusCommand({ KeyId }))
  assert.equal(status.KeyRotationEnabled, false)
})

test('a key that waits for its end takes no material, but loses it, and waits for it when it stays', async () => {
  const KeyId = await newKey(external)
  const material = randomBytes(32)
  await importInto(KeyId, material)
  await at.alice.send(new ScheduleKeyDeletionCommand({ KeyId }))
  await assert.rejects(importInto(KeyId, material), { message: `${KeyId} is pending deletion.` })
  await remove(KeyId)
  assert.equal(await stateOf(KeyId), 'PendingDeletion')
  await at.alice.send(new CancelKeyDeletionCommand({ KeyId }))
  assert.equal(await stateOf(KeyId), 'PendingImport')
  await importInto(KeyId, material)
  assert.equal(await stateOf(KeyId), 'Enabled')
  await at.alice.send(new DisableKeyCommand({ KeyId }))
  await importInto(KeyId, material)
  assert.equal(await stateOf(KeyId), 'Disabled')
})
