import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  DecryptCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GetKeyRotationStatusCommand,
  ListKeyRotationsCommand,
  RotateKeyOnDemandCommand,
} from '@aws-sdk/client-kms'
import { DAY, sharePlace } from './kms-place.ts'

const at = sharePlace()
const { newKey } = at

const statusOf = (KeyId: string) => at.alice.send(new GetKeyRotationStatusCommand({ KeyId }))
const rotationsOf = async (KeyId: string) => (await at.alice.send(new ListKeyRotationsCommand({ KeyId }))).Rotations!
const encrypt = async (KeyId: string, text: string) =>
  (await at.alice.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from(text) }))).CiphertextBlob!
const decrypt = (CiphertextBlob: Uint8Array) => at.alice.send(new DecryptCommand({ CiphertextBlob }))

test('a rotation comes with its date, and what was encrypted before still opens', async () => {
  const KeyId = await newKey()
  assert.equal((await statusOf(KeyId)).KeyRotationEnabled, false)
  const old = await encrypt(KeyId, 'old')
  const start = at.place.clock.now()
  await at.alice.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }))
  const status = await statusOf(KeyId)
  assert.deepEqual(
    [status.KeyRotationEnabled, status.RotationPeriodInDays, status.NextRotationDate!.getTime()],
    [true, 90, start + 90 * DAY],
  )
  at.place.clock.advance(90 * DAY - 1000)
  assert.deepEqual(await rotationsOf(KeyId), [])
  at.place.clock.advance(1000)
  const made = await rotationsOf(KeyId)
  assert.deepEqual(
    made.map((rotation) => [rotation.RotationType, rotation.RotationDate!.getTime()]),
    [['AUTOMATIC', start + 90 * DAY]],
  )
  assert.equal((await statusOf(KeyId)).NextRotationDate!.getTime(), start + 180 * DAY)
  const opened = await decrypt(old)
  assert.equal(Buffer.from(opened.Plaintext!).toString(), 'old')
  const current = await decrypt(await encrypt(KeyId, 'new'))
  assert.equal(current.KeyMaterialId, made[0]!.KeyMaterialId)
  assert.notEqual(current.KeyMaterialId, opened.KeyMaterialId)
})

test('a rotation on demand is done at once and leaves the plan as it is; 25 are the most', async () => {
  const KeyId = await newKey()
  await at.alice.send(new EnableKeyRotationCommand({ KeyId }))
  const before = await statusOf(KeyId)
  const old = await encrypt(KeyId, 'old')
  for (let index = 0; index < 25; index++) await at.alice.send(new RotateKeyOnDemandCommand({ KeyId }))
  await assert.rejects(at.alice.send(new RotateKeyOnDemandCommand({ KeyId })), { name: 'LimitExceededException' })
  assert.deepEqual((await statusOf(KeyId)).NextRotationDate, before.NextRotationDate)
  assert.equal(Buffer.from((await decrypt(old)).Plaintext!).toString(), 'old')
  const rotations = await rotationsOf(KeyId)
  assert.deepEqual([rotations.length, rotations[0]!.RotationType], [25, 'ON_DEMAND'])
  const all = await at.alice.send(new ListKeyRotationsCommand({ KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }))
  assert.equal(all.Rotations!.length, 26)
  assert.deepEqual(
    all.Rotations!.filter((rotation) => rotation.KeyMaterialState === 'CURRENT'),
    all.Rotations!.slice(-1),
  )
})

test('a disabled key waits with its rotation; without a plan none comes', async () => {
  const KeyId = await newKey()
  await at.alice.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }))
  await at.alice.send(new DisableKeyCommand({ KeyId }))
  await assert.rejects(at.alice.send(new RotateKeyOnDemandCommand({ KeyId })), { name: 'DisabledException' })
  at.place.clock.advance(100 * DAY)
  assert.deepEqual(await rotationsOf(KeyId), [])
  await at.alice.send(new EnableKeyCommand({ KeyId }))
  assert.equal((await rotationsOf(KeyId)).length, 1)
  await at.alice.send(new DisableKeyRotationCommand({ KeyId }))
  assert.equal((await statusOf(KeyId)).KeyRotationEnabled, false)
  at.place.clock.advance(1000 * DAY)
  assert.equal((await rotationsOf(KeyId)).length, 1)
})

test('a pair does not rotate', async () => {
  const KeyId = await newKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
  assert.equal((await statusOf(KeyId)).KeyRotationEnabled, false)
  for (const command of [new EnableKeyRotationCommand({ KeyId }), new RotateKeyOnDemandCommand({ KeyId })]) {
    await assert.rejects(at.alice.send(command as EnableKeyRotationCommand), { name: 'UnsupportedOperationException' })
  }
})
