import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import {
  CancelKeyDeletionCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GetKeyRotationStatusCommand,
  GetPublicKeyCommand,
  type KMSClient,
  ListGrantsCommand,
  ListKeyRotationsCommand,
  PutKeyPolicyCommand,
  ReplicateKeyCommand,
  type ReplicateKeyCommandInput,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  UpdatePrimaryRegionCommand,
} from '@aws-sdk/client-kms'
import { materials } from '../src/kms/collections.ts'
import { ACCOUNT, DAY, REGION, sharePlace } from './kms-place.ts'

const AWAY = 'us-east-1'
const at = sharePlace()
let away: KMSClient
beforeEach(() => {
  away ??= at.place.as('alice', AWAY)
})

const arnIn = (region: string, id: string) => `arn:aws:kms:${region}:${ACCOUNT}:key/${id}`
const newPrimary = async (input = {}) => (await at.newKey({ MultiRegion: true, ...input })).split('/')[1]!
const replicate = (KeyId: string, input: Partial<ReplicateKeyCommandInput> = {}) =>
  at.alice.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: AWAY, ...input }))
const describe = async (client: KMSClient, KeyId: string) =>
  (await client.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata!
const encrypt = async (client: KMSClient, KeyId: string, text: string) =>
  (await client.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from(text) }))).CiphertextBlob!
const decrypt = async (client: KMSClient, CiphertextBlob: Uint8Array, KeyId?: string) => {
  const answer = await client.send(new DecryptCommand({ CiphertextBlob, KeyId }))
  return [Buffer.from(answer.Plaintext!).toString(), answer.KeyId]
}
const unsupported = { name: 'UnsupportedOperationException' }

test('a replica has the id and the material of its primary key: each opens what the other encrypted', async () => {
  const id = await newPrimary({ Description: 'here', Tags: [{ TagKey: 'a', TagValue: 'b' }] })
  assert.match(id, /^mrk-[0-9a-f]{32}$/)
  const early = await encrypt(at.alice, id, 'early')
  await assert.rejects(decrypt(away, early), { name: 'AccessDeniedException' })
  await assert.rejects(describe(away, id), { name: 'NotFoundException' })
  const made = await replicate(id, { Description: 'there' })
  assert.deepEqual(made.ReplicaTags, [])
  assert.match(made.ReplicaPolicy!, new RegExp(`${ACCOUNT}:root`))
  const metadata = await describe(away, id)
  assert.deepEqual(metadata, made.ReplicaKeyMetadata)
  assert.deepEqual([metadata.Arn, metadata.Description, metadata.KeyState], [arnIn(AWAY, id), 'there', 'Enabled'])
  const regions = {
    PrimaryKey: { Arn: arnIn(REGION, id), Region: REGION },
    ReplicaKeys: [{ Arn: arnIn(AWAY, id), Region: AWAY }],
  }
  assert.deepEqual(metadata.MultiRegionConfiguration, { MultiRegionKeyType: 'REPLICA', ...regions })
  const primary = await describe(at.alice, id)
  assert.deepEqual(primary.MultiRegionConfiguration, { MultiRegionKeyType: 'PRIMARY', ...regions })
  assert.deepEqual([primary.MultiRegion, metadata.MultiRegion], [true, true])
  assert.equal(primary.CurrentKeyMaterialId, metadata.CurrentKeyMaterialId)

  assert.deepEqual(await decrypt(away, early), ['early', arnIn(AWAY, id)])
  const late = await encrypt(away, id, 'late')
  assert.deepEqual(await decrypt(at.alice, late), ['late', arnIn(REGION, id)])
  assert.deepEqual(await decrypt(at.alice, late, id), ['late', arnIn(REGION, id)])
})

test('what is not shared is each key’s own: state, policy and grants', async () => {
  const id = await newPrimary()
  await replicate(id)
  await at.alice.send(
    new CreateGrantCommand({ KeyId: id, GranteePrincipal: `arn:aws:iam::${ACCOUNT}:role/r`, Operations: ['Decrypt'] }),
  )
  assert.deepEqual((await away.send(new ListGrantsCommand({ KeyId: id }))).Grants, [])
  const old = await encrypt(away, id, 'x')
  await away.send(new DisableKeyCommand({ KeyId: id }))
  await assert.rejects(decrypt(away, old), { name: 'DisabledException' })
  assert.deepEqual(await decrypt(at.alice, old), ['x', arnIn(REGION, id)])
  const Policy = JSON.stringify({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: 'kms:*',
        Resource: '*',
        Condition: { StringEquals: { 'kms:MultiRegionKeyType': 'REPLICA' } },
      },
    ],
  })
  await away.send(new PutKeyPolicyCommand({ KeyId: id, Policy }))
  await describe(away, id)
  await at.alice.send(new PutKeyPolicyCommand({ KeyId: id, Policy, BypassPolicyLockoutSafetyCheck: true }))
  await assert.rejects(describe(at.alice, id), { name: 'AccessDeniedException' })
})

test('a pair is the same in both regions', async () => {
  const id = await newPrimary({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
  await replicate(id)
  const [here, there] = [at.alice, away].map((client) => client.send(new GetPublicKeyCommand({ KeyId: id })))
  assert.deepEqual((await here!).PublicKey, (await there!).PublicKey)
})

test('only a primary key is replicated, once for each region, within its partition', async () => {
  const id = await newPrimary()
  await replicate(id)
  const message = `${arnIn(AWAY, id)} is not a multi-Region primary key.`
  const again = new ReplicateKeyCommand({ KeyId: id, ReplicaRegion: 'eu-west-3' })
  await assert.rejects(away.send(again), { ...unsupported, message })
  await assert.rejects(replicate(await at.newKey()), unsupported)
  for (const ReplicaRegion of [AWAY, REGION]) {
    await assert.rejects(replicate(id, { ReplicaRegion }), { name: 'AlreadyExistsException' })
  }
  await assert.rejects(replicate(id, { ReplicaRegion: 'cn-north-1' }), unsupported)
  await at.alice.send(new DisableKeyCommand({ KeyId: id }))
  await assert.rejects(replicate(id, { ReplicaRegion: 'eu-west-3' }), { name: 'DisabledException' })
})

test('related keys rotate together, as their primary key is told to', async () => {
  const id = await newPrimary()
  await replicate(id)
  const KeyId = id
  for (const command of [new EnableKeyRotationCommand({ KeyId }), new RotateKeyOnDemandCommand({ KeyId })]) {
    await assert.rejects(away.send(command as EnableKeyRotationCommand), unsupported)
  }
  await at.alice.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }))
  assert.equal((await away.send(new GetKeyRotationStatusCommand({ KeyId }))).RotationPeriodInDays, 90)
  const old = await encrypt(away, id, 'old')
  at.place.clock.advance(90 * DAY)
  // The replica is looked at first.
  const rotated = await describe(away, id)
  const { Rotations } = await at.alice.send(new ListKeyRotationsCommand({ KeyId }))
  assert.deepEqual(
    Rotations!.map((made) => [made.RotationType, made.KeyMaterialId]),
    [['AUTOMATIC', rotated.CurrentKeyMaterialId]],
  )
  await at.alice.send(new RotateKeyOnDemandCommand({ KeyId }))
  const { CurrentKeyMaterialId } = await describe(at.alice, id)
  assert.notEqual(CurrentKeyMaterialId, rotated.CurrentKeyMaterialId)
  assert.equal((await describe(away, id)).CurrentKeyMaterialId, CurrentKeyMaterialId)
  assert.deepEqual(await decrypt(at.alice, old), ['old', arnIn(REGION, id)])
  assert.deepEqual(await decrypt(away, await encrypt(at.alice, id, 'new')), ['new', arnIn(AWAY, id)])
})

test('a replica becomes the primary key, with a permission on both', async () => {
  const id = await newPrimary()
  await replicate(id)
  await replicate(id, { ReplicaRegion: 'eu-west-3' })
  const update = (client: KMSClient, PrimaryRegion: string) =>
    client.send(new UpdatePrimaryRegionCommand({ KeyId: id, PrimaryRegion }))
  await assert.rejects(update(away, REGION), unsupported)
  const KeyId = await at.newKey()
  await assert.rejects(at.alice.send(new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: AWAY })), unsupported)
  await assert.rejects(update(at.alice, 'eu-north-1'), { name: 'NotFoundException' })
  const policyOf = (Action: string[]) =>
    JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action, Resource: '*' }] })
  await away.send(new PutKeyPolicyCommand({ KeyId: id, Policy: policyOf(['kms:PutKeyPolicy', 'kms:DescribeKey']) }))
  await assert.rejects(update(at.alice, AWAY), { name: 'AccessDeniedException' })
  await away.send(new PutKeyPolicyCommand({ KeyId: id, Policy: policyOf(['kms:*']) }))
  await update(at.alice, AWAY)
  for (const [client, type] of [
    [at.alice, 'REPLICA'],
    [away, 'PRIMARY'],
    [at.place.as('alice', 'eu-west-3'), 'REPLICA'],
  ] as const) {
    const { MultiRegionConfiguration: found } = await describe(client, id)
    assert.deepEqual(
      [found!.MultiRegionKeyType, found!.PrimaryKey!.Region, found!.ReplicaKeys!.map((each) => each.Region)],
      [type, AWAY, ['eu-west-3', REGION]],
    )
  }
})

test('a primary key waits for its last replica’s end before its own time runs; the material goes with it', async () => {
  const id = await newPrimary()
  await replicate(id)
  const old = await encrypt(at.alice, id, 'old')
  const { CurrentKeyMaterialId } = await describe(at.alice, id)
  const schedule = (client: KMSClient, PendingWindowInDays: number) =>
    client.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays }))
  const answer = await schedule(at.alice, 10)
  assert.deepEqual(
    [answer.KeyState, answer.DeletionDate, answer.PendingWindowInDays],
    ['PendingReplicaDeletion', undefined, 10],
  )
  const waiting = await describe(at.alice, id)
  assert.deepEqual([waiting.KeyState, waiting.PendingDeletionWindowInDays], ['PendingReplicaDeletion', 10])
  await assert.rejects(decrypt(at.alice, old), {
    name: 'KMSInvalidStateException',
    message: `${arnIn(REGION, id)} is pending replica deletion.`,
  })
  await at.alice.send(new CancelKeyDeletionCommand({ KeyId: id }))
  const kept = await describe(at.alice, id)
  assert.deepEqual([kept.KeyState, kept.PendingDeletionWindowInDays], ['Disabled', undefined])
  await schedule(at.alice, 10)
  assert.deepEqual(await decrypt(away, old), ['old', arnIn(AWAY, id)])

  await schedule(away, 7)
  at.place.clock.advance(7 * DAY)
  await assert.rejects(describe(away, id), { name: 'NotFoundException' })
  // The alarm began what ends in a moment.
  let own = await describe(at.alice, id)
  while (own.KeyState === 'PendingReplicaDeletion') own = await describe(at.alice, id)
  assert.deepEqual(
    [own.KeyState, own.DeletionDate!.getTime(), own.MultiRegionConfiguration!.ReplicaKeys],
    ['PendingDeletion', at.place.clock.now() + 10 * DAY, []],
  )
  assert.notEqual((await at.place.store.get(materials, [CurrentKeyMaterialId!]))!.sealed, null)
  at.place.clock.advance(10 * DAY)
  // Waits for what the alarm began.
  await at.place.kms.stop()
  await assert.rejects(describe(at.alice, id), { name: 'NotFoundException' })
  assert.equal((await at.place.store.get(materials, [CurrentKeyMaterialId!]))!.sealed, null)
  await at.place.kms.start()
})

test('a replica that is erased while KMS stops leaves its primary key to the next start', async () => {
  const id = await newPrimary()
  await replicate(id)
  const materialId = (await describe(at.alice, id)).CurrentKeyMaterialId!
  const isErased = async () => (await at.place.store.get(materials, [materialId]))!.sealed === null
  for (const client of [at.alice, away]) {
    await client.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: 7 }))
  }
  at.place.clock.advance(7 * DAY)
  await at.place.kms.stop()
  at.place.clock.advance(7 * DAY)
  await at.place.kms.stop()
  assert.equal(await isErased(), false)
  await at.place.kms.start()
  at.place.clock.advance(1)
  await at.place.kms.stop()
  assert.equal(await isErased(), true)
  await at.place.kms.start()
})

test('a replica that is made again in the same region has none of the former one’s grants', async () => {
  const { KeyMetadata } = await away.send(new CreateKeyCommand({ MultiRegion: true }))
  const KeyId = arnIn(REGION, KeyMetadata!.KeyId!)
  const replicateHere = () => away.send(new ReplicateKeyCommand({ KeyId: KeyMetadata!.KeyId, ReplicaRegion: REGION }))
  const [former, other] = ['former', 'other'].map((name) => `arn:aws:iam::999999999999:role/${name}`)
  const grant = (GranteePrincipal: string) =>
    at.alice.send(new CreateGrantCommand({ KeyId, GranteePrincipal, Operations: ['DescribeKey'] }))
  await replicateHere()
  await grant(former!)
  const grantee = at.place.asRole(former!)
  assert.equal((await describe(grantee, KeyId)).Arn, KeyId)
  await at.alice.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }))
  at.place.clock.advance(7 * DAY)
  await at.place.kms.stop()
  await at.place.kms.start()
  await replicateHere()
  await grant(other!)
  await assert.rejects(describe(at.place.asRole(former!), KeyId), { name: 'AccessDeniedException' })
  assert.equal((await describe(at.place.asRole(other!), KeyId)).Arn, KeyId)
})
