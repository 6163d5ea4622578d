import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecryptCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  type KMSClient,
  ListAliasesCommand,
  ListKeysCommand,
  paginateListAliases,
  paginateListKeys,
  ScheduleKeyDeletionCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms'
import { createVault } from '@herald/storage'
import { aliases, grants, materials } from '../src/kms/collections.ts'
import { createKms } from '../src/kms/index.ts'
import { ACCOUNT, DAY, openPlace, type Place, REGION } from './kms-place.ts'

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

async function newKey(input: CreateKeyCommandInput = {}, client = alice) {
  const { KeyMetadata } = await client.send(new CreateKeyCommand(input))
  return { arn: KeyMetadata!.Arn!, id: KeyMetadata!.KeyId!, metadata: KeyMetadata! }
}
const describeKey = async (KeyId: string) => (await alice.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata!

describe('CreateKey', () => {
  test('shows every member that AWS shows', async () => {
    const { metadata, id, arn } = await newKey({ Description: 'codes', Tags: [{ TagKey: 'team', TagValue: 'auth' }] })
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.equal(arn, `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}`)
    assert.match(metadata.CurrentKeyMaterialId!, /^[0-9a-f]{64}$/)
    assert.deepEqual(metadata, {
      AWSAccountId: ACCOUNT,
      KeyId: id,
      Arn: arn,
      CreationDate: new Date('2026-09-01T00:00:00Z'),
      Enabled: true,
      Description: 'codes',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: 'Enabled',
      Origin: 'AWS_KMS',
      KeyManager: 'CUSTOMER',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      KeySpec: 'SYMMETRIC_DEFAULT',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      MultiRegion: false,
      CurrentKeyMaterialId: metadata.CurrentKeyMaterialId,
    })
    assert.deepEqual(await describeKey(id), metadata)
  })

  test('keeps asymmetric keys for what they are', async () => {
    const { id } = await newKey({ KeySpec: 'ECC_NIST_P384', KeyUsage: 'SIGN_VERIFY' })
    const metadata = await describeKey(id)
    assert.deepEqual(metadata.SigningAlgorithms, ['ECDSA_SHA_384'])
    assert.equal(metadata.CurrentKeyMaterialId, undefined)
  })

  const refused: [string, CreateKeyCommandInput, string, RegExp][] = [
    [
      'imported material in several regions',
      { MultiRegion: true, Origin: 'EXTERNAL' },
      'UnsupportedOperationException',
      /Multi-Region.*not built/,
    ],
    ['a usage the spec has not', { KeyUsage: 'SIGN_VERIFY' }, 'ValidationException', /not compatible/],
    ['no usage', { KeySpec: 'RSA_2048' }, 'ValidationException', /must specify a KeyUsage/],
    [
      'both names of a spec',
      { KeySpec: 'SYMMETRIC_DEFAULT', CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT' },
      'ValidationException',
      /cannot specify KeySpec and CustomerMasterKeySpec/,
    ],
    ['a tag twice', { Tags: [1, 2].map(() => ({ TagKey: 'a', TagValue: '' })) }, 'TagException', /Duplicate/],
    ['a tag of AWS', { Tags: [{ TagKey: 'aws:x', TagValue: '' }] }, 'TagException', /reserved/],
    ['a broken policy', { Policy: '{' }, 'MalformedPolicyDocumentException', /invalid JSON/],
  ]
  for (const [name, input, code, message] of refused) {
    test(`refuses ${name}`, () => assert.rejects(newKey(input), { name: code, message }))
  }
})

describe('the life of a key', () => {
  test('disable and enable', async () => {
    const { id } = await newKey()
    await alice.send(new DisableKeyCommand({ KeyId: id }))
    const disabled = await describeKey(id)
    assert.deepEqual([disabled.Enabled, disabled.KeyState], [false, 'Disabled'])
    await alice.send(new EnableKeyCommand({ KeyId: id }))
    assert.equal((await describeKey(id)).KeyState, 'Enabled')
  })

  test('administration takes no alias', async () => {
    const { id } = await newKey()
    await alice.send(new CreateAliasCommand({ AliasName: 'alias/admin', TargetKeyId: id }))
    for (const KeyId of ['alias/admin', `arn:aws:kms:${REGION}:${ACCOUNT}:alias/admin`]) {
      await assert.rejects(alice.send(new DisableKeyCommand({ KeyId })), { name: 'NotFoundException' })
      await assert.rejects(alice.send(new GetKeyPolicyCommand({ KeyId })), { name: 'NotFoundException' })
    }
  })

  test('deletion waits for its date, can be taken back, and then is final', async () => {
    const { id, arn, metadata } = await newKey()
    const { CiphertextBlob } = await alice.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from('x') }))
    await alice.send(new CreateAliasCommand({ AliasName: 'alias/doomed', TargetKeyId: id }))
    const { GrantId } = await alice.send(
      new CreateGrantCommand({ KeyId: id, GranteePrincipal: 'cognito-idp.amazonaws.com', Operations: ['Encrypt'] }),
    )
    const scheduled = await alice.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: 7 }))
    assert.deepEqual(
      [scheduled.KeyId, scheduled.KeyState, scheduled.PendingWindowInDays, scheduled.DeletionDate!.getTime()],
      [arn, 'PendingDeletion', 7, place.clock.now() + 7 * DAY],
    )
    assert.deepEqual((await describeKey(id)).DeletionDate, scheduled.DeletionDate)
    for (const command of [new EnableKeyCommand({ KeyId: id }), new ScheduleKeyDeletionCommand({ KeyId: id })]) {
      await assert.rejects(alice.send(command as EnableKeyCommand), {
        name: 'KMSInvalidStateException',
        message: `${arn} is pending deletion.`,
      })
    }

    const cancelled = await alice.send(new CancelKeyDeletionCommand({ KeyId: id }))
    assert.equal(cancelled.KeyId, arn)
    place.clock.advance(8 * DAY)
    assert.equal((await describeKey(id)).KeyState, 'Disabled')
    await assert.rejects(alice.send(new CancelKeyDeletionCommand({ KeyId: id })), {
      name: 'KMSInvalidStateException',
      message: `${arn} is not pending deletion.`,
    })

    const again = await alice.send(new ScheduleKeyDeletionCommand({ KeyId: id }))
    assert.equal(again.PendingWindowInDays, 30)
    place.clock.advance(30 * DAY - 1)
    assert.equal((await describeKey(id)).KeyState, 'PendingDeletion')
    place.clock.advance(1)
    await assert.rejects(describeKey(id), { name: 'NotFoundException', message: `Key '${arn}' does not exist` })
    await assert.rejects(alice.send(new DecryptCommand({ CiphertextBlob })), { name: 'AccessDeniedException' })

    await place.kms.stop()
    const left = await place.store.get(materials, [metadata.CurrentKeyMaterialId!])
    assert.equal(left?.sealed, null)
    assert.equal(await place.store.get(aliases, [ACCOUNT, REGION, 'alias/doomed']), undefined)
    assert.equal(await place.store.get(grants, [ACCOUNT, REGION, id, GrantId!]), undefined)
    const { Keys } = await alice.send(new ListKeysCommand({ Limit: 1000 }))
    assert.equal(
      Keys!.some((key) => key.KeyId === id),
      false,
    )
  })

  test('a deletion that fell due while Herald was off is made up for', async () => {
    const { id, metadata } = await newKey()
    await alice.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: 7 }))
    await place.kms.stop()
    place.clock.advance(7 * DAY)
    const { store, clock } = place
    const random = { bytes: Buffer.alloc, integer: () => 0, uuid: () => '' }
    const next = createKms({ store, vault: createVault(Buffer.alloc(32, 7)), environment: { clock, random } })
    assert.notEqual((await store.get(materials, [metadata.CurrentKeyMaterialId!]))?.sealed, null)
    await next.start()
    clock.advance(0)
    await next.stop()
    assert.equal((await store.get(materials, [metadata.CurrentKeyMaterialId!]))?.sealed, null)
  })

  for (const PendingWindowInDays of [1, 6, 31, 365]) {
    test(`deletion in ${PendingWindowInDays} days is refused`, async () => {
      const { id } = await newKey()
      await assert.rejects(alice.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays })), {
        name: 'ValidationException',
        message: /'pendingWindowInDays' failed to satisfy constraint/,
      })
    })
  }
})

describe('aliases', () => {
  test('point to a key, then to another, then to none', async () => {
    const [one, two] = [await newKey(), await newKey()]
    const AliasName = 'alias/app/sender'
    await alice.send(new CreateAliasCommand({ AliasName, TargetKeyId: one.arn }))
    assert.equal((await describeKey(AliasName)).KeyId, one.id)
    await alice.send(new UpdateAliasCommand({ AliasName, TargetKeyId: two.id }))
    assert.equal((await describeKey(AliasName)).KeyId, two.id)
    const { Aliases } = await alice.send(new ListAliasesCommand({ KeyId: two.id }))
    assert.deepEqual(
      Aliases!.map((alias) => [alias.AliasName, alias.AliasArn, alias.TargetKeyId]),
      [[AliasName, `arn:aws:kms:${REGION}:${ACCOUNT}:${AliasName}`, two.id]],
    )
    await alice.send(new DeleteAliasCommand({ AliasName }))
    await assert.rejects(describeKey(AliasName), {
      name: 'NotFoundException',
      message: `Alias arn:aws:kms:${REGION}:${ACCOUNT}:${AliasName} is not found.`,
    })
  })

  const names: [string, string, RegExp][] = [
    ['sender', 'ValidationException', /Alias must start with the prefix "alias\/"\. Please see/],
    ['alias/', 'InvalidAliasNameException', /invalid characters/],
    ['alias/a:b', 'InvalidAliasNameException', /invalid characters/],
    ['alias/aws/ebs', 'InvalidAliasNameException', /reserved/],
  ]
  for (const [AliasName, name, message] of names) {
    test(`the name ${AliasName} is refused`, async () => {
      const { id } = await newKey()
      await assert.rejects(alice.send(new CreateAliasCommand({ AliasName, TargetKeyId: id })), { name, message })
    })
  }

  test('a name is taken once in an account and region', async () => {
    const { id } = await newKey()
    const abroad = place.as('alice', 'us-east-1')
    const other = await newKey({}, abroad)
    const AliasName = 'alias/once'
    await alice.send(new CreateAliasCommand({ AliasName, TargetKeyId: id }))
    await abroad.send(new CreateAliasCommand({ AliasName, TargetKeyId: other.id }))
    await assert.rejects(alice.send(new CreateAliasCommand({ AliasName, TargetKeyId: id })), {
      name: 'AlreadyExistsException',
      message: `An alias with the name arn:aws:kms:${REGION}:${ACCOUNT}:${AliasName} already exists`,
    })
  })

  test('the target must be a key, and of the same kind after a change', async () => {
    const [key, signing] = [await newKey(), await newKey({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' })]
    await alice.send(new CreateAliasCommand({ AliasName: 'alias/kind', TargetKeyId: key.id }))
    await assert.rejects(
      alice.send(new CreateAliasCommand({ AliasName: 'alias/of-alias', TargetKeyId: 'alias/kind' })),
      { name: 'ValidationException', message: 'Aliases must refer to keys. Not aliases' },
    )
    await assert.rejects(alice.send(new UpdateAliasCommand({ AliasName: 'alias/kind', TargetKeyId: signing.id })), {
      name: 'ValidationException',
    })
    await assert.rejects(alice.send(new UpdateAliasCommand({ AliasName: 'alias/none', TargetKeyId: key.id })), {
      name: 'NotFoundException',
    })
  })
})

describe('lists', () => {
  test('come page by page, each thing once, only of the region', async () => {
    const client = place.as('alice', 'eu-central-1')
    const made = new Set<string>()
    for (let index = 0; index < 5; index++) {
      const { id } = await newKey({}, client)
      made.add(id)
      await client.send(new CreateAliasCommand({ AliasName: `alias/page-${index}`, TargetKeyId: id }))
    }
    const seen: string[] = []
    let pages = 0
    for await (const page of paginateListKeys({ client, pageSize: 2 }, {})) {
      pages++
      seen.push(...page.Keys!.map((key) => key.KeyId!))
    }
    assert.equal(pages, 3)
    assert.deepEqual(seen.toSorted(), [...made].toSorted())
    const names: string[] = []
    for await (const page of paginateListAliases({ client, pageSize: 3 }, {})) {
      names.push(...page.Aliases!.map((alias) => alias.AliasName!))
    }
    assert.deepEqual(
      names,
      [0, 1, 2, 3, 4].map((index) => `alias/page-${index}`),
    )
  })

  test('refuse an invented marker', async () => {
    await assert.rejects(alice.send(new ListKeysCommand({ Marker: 'invented' })), { name: 'InvalidMarkerException' })
  })
})

test('nothing of the material is stored or answered in clear', async () => {
  const { metadata } = await newKey()
  const stored = await place.store.get(materials, [metadata.CurrentKeyMaterialId!])
  const vault = createVault(Buffer.alloc(32, 7))
  assert.equal(vault.open('kms-key', stored!.sealed!, metadata.KeyId).length, 32)
  assert.throws(() => vault.open('kms-key', stored!.sealed!, 'another-key'))
})
