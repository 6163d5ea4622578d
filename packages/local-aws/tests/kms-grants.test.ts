import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import {
  CreateAliasCommand,
  CreateGrantCommand,
  type CreateGrantCommandInput,
  CreateKeyCommand,
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  type KMSClient,
  ListGrantsCommand,
  ListRetirableGrantsCommand,
  paginateListGrants,
  RetireGrantCommand,
  RevokeGrantCommand,
} from '@aws-sdk/client-kms'
import { ACCOUNT, openPlace, type Place, POOL, POOL_ARN, REGION } from './kms-place.ts'

let place: Place
let alice: KMSClient
let cognito: KMSClient
let arn: string
let id: string

before(async () => {
  place = await openPlace()
  alice = place.as('alice')
  cognito = place.asCognito(POOL_ARN)
})
beforeEach(async () => {
  const { KeyMetadata } = await alice.send(new CreateKeyCommand({}))
  arn = KeyMetadata!.Arn!
  id = KeyMetadata!.KeyId!
})
after(async () => {
  await place.close()
  assert.deepEqual(place.faults, [])
})

const forCognito = (): CreateGrantCommandInput => ({
  KeyId: arn,
  GranteePrincipal: 'cognito-idp.amazonaws.com',
  Operations: ['GenerateDataKey'],
  Constraints: { EncryptionContextSubset: { 'userpool-id': POOL } },
})
const grant = (changes: Partial<CreateGrantCommandInput> = {}) =>
  alice.send(new CreateGrantCommand({ ...forCognito(), ...changes }))
const EncryptionContext = { 'userpool-id': POOL, 'aws-crypto-public-key': 'Ak==' }
const generate = (client = cognito, context: Record<string, string> = EncryptionContext) =>
  client.send(new GenerateDataKeyCommand({ KeyId: arn, NumberOfBytes: 32, EncryptionContext: context }))
const denied = {
  name: 'AccessDeniedException',
  message:
    /^User: cognito-idp\.amazonaws\.com is not authorized to perform: kms:GenerateDataKey on resource: arn:.* because no resource-based policy allows the kms:GenerateDataKey action$/,
}

describe('a grant for an AWS service', () => {
  test('is what lets it in: the delegation to the account does not', async () => {
    await assert.rejects(generate(), denied)
    const { GrantId, GrantToken } = await grant()
    assert.match(GrantId!, /^[0-9a-f]{64}$/)
    assert.ok(GrantToken)
    const made = await generate()
    assert.equal(made.KeyId, arn)
    const { CiphertextBlob } = made
    const opened = await alice.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))
    assert.deepEqual(opened.Plaintext, made.Plaintext)
  })

  test('ends when it is revoked, at once', async () => {
    const { GrantId } = await grant()
    await generate()
    await alice.send(new RevokeGrantCommand({ KeyId: arn, GrantId }))
    await assert.rejects(generate(), denied)
    await assert.rejects(alice.send(new RevokeGrantCommand({ KeyId: arn, GrantId })), { name: 'NotFoundException' })
  })

  test('allows its operations only', async () => {
    await grant({ Operations: ['Encrypt'] })
    await assert.rejects(generate(), denied)
    await cognito.send(new EncryptCommand({ KeyId: arn, Plaintext: Buffer.from('x'), EncryptionContext }))
  })

  const subset: [string, Record<string, string>, boolean][] = [
    ['the pair and another', EncryptionContext, true],
    ['the pair alone', { 'userpool-id': POOL }, true],
    ["another pool's id", { ...EncryptionContext, 'userpool-id': 'eu-west-1_Other' }, false],
    ['no pair', {}, false],
    ['the name in another case', { 'Userpool-Id': POOL }, false],
  ]
  for (const [name, context, allowed] of subset) {
    test(`EncryptionContextSubset and ${name}`, async () => {
      await grant()
      if (allowed) await generate(cognito, context)
      else await assert.rejects(generate(cognito, context), denied)
    })
  }

  test('EncryptionContextEquals takes no pair more', async () => {
    await grant({ Constraints: { EncryptionContextEquals: { 'userpool-id': POOL } } })
    await generate(cognito, { 'userpool-id': POOL })
    await assert.rejects(generate(), denied)
  })

  test('SourceArn holds it to one resource', async () => {
    await grant({
      GranteePrincipal: undefined,
      GranteeServicePrincipal: 'cognito-idp.amazonaws.com',
      RetiringPrincipal: `arn:aws:iam::${ACCOUNT}:user/alice`,
      Constraints: { SourceArn: POOL_ARN },
    })
    await generate()
    await assert.rejects(generate(place.asCognito(`${POOL_ARN}x`)), denied)
    await assert.rejects(generate(place.asCognito()), denied)
  })

  test('one pool of many finds its own', async () => {
    for (const pool of ['eu-west-1_A', 'eu-west-1_B']) {
      await grant({ Constraints: { EncryptionContextSubset: { 'userpool-id': pool } } })
    }
    await generate(cognito, { 'userpool-id': 'eu-west-1_B' })
    await assert.rejects(generate(cognito, { 'userpool-id': 'eu-west-1_C' }), denied)
  })

  test('another key of the account stays closed', async () => {
    await grant()
    const { KeyMetadata } = await alice.send(new CreateKeyCommand({}))
    const KeyId = KeyMetadata!.Arn!
    await assert.rejects(
      cognito.send(new GenerateDataKeyCommand({ KeyId, NumberOfBytes: 32, EncryptionContext })),
      denied,
    )
  })
})

describe('CreateGrant', () => {
  test('takes a key id or ARN, no alias', async () => {
    await grant({ KeyId: id })
    await alice.send(new CreateAliasCommand({ AliasName: `alias/${id}`, TargetKeyId: id }))
    for (const KeyId of [`alias/${id}`, `arn:aws:kms:${REGION}:${ACCOUNT}:alias/${id}`]) {
      await assert.rejects(grant({ KeyId }), { name: 'NotFoundException', message: `Invalid keyId '${KeyId}'` })
    }
  })

  test('with a name gives the same grant again, with another token', async () => {
    const Operations: CreateGrantCommandInput['Operations'] = ['Encrypt', 'GenerateDataKey']
    const first = await grant({ Name: 'pool', Operations })
    const again = await grant({ Name: 'pool', Operations: Operations.toReversed() })
    assert.equal(again.GrantId, first.GrantId)
    assert.notEqual(again.GrantToken, first.GrantToken)
    const other = await grant({ Name: 'pool', Operations: ['Encrypt'] })
    assert.notEqual(other.GrantId, first.GrantId)
    await alice.send(new RevokeGrantCommand({ KeyId: id, GrantId: first.GrantId }))
    const anew = await grant({ Name: 'pool', Operations })
    assert.notEqual(anew.GrantId, first.GrantId)
  })

  test('without a name gives a new grant each time, though they come at once', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => grant()))
    assert.equal(new Set(made.map((one) => one.GrantId)).size, 10)
    const { Grants } = await alice.send(new ListGrantsCommand({ KeyId: id }))
    assert.equal(Grants!.length, 10)
  })

  const refused: [string, Partial<CreateGrantCommandInput>, string, RegExp][] = [
    ['operations of other keys', { Operations: ['Sign'] }, 'ValidationException', /\[Sign\] are not valid/],
    ['no operation', { Operations: [] }, 'ValidationException', /at least one/],
    ['no grantee', { GranteePrincipal: undefined }, 'ValidationException', /either GranteePrincipal or/],
    ['a grantee that is none', { GranteePrincipal: 'bob' }, 'InvalidArnException', /valid principal: bob/],
    ['a retiring principal that is none', { RetiringPrincipal: 'arn:aws:s3:::x' }, 'InvalidArnException', /principal/],
    ['an invented grant token', { GrantTokens: ['aW52ZW50ZWQ='] }, 'InvalidGrantTokenException', /Invalid grant token/],
    [
      'a service without its resource',
      { GranteePrincipal: undefined, GranteeServicePrincipal: 'cognito-idp.amazonaws.com', Constraints: {} },
      'ValidationException',
      /SourceArn/,
    ],
    ['a dry run', { DryRun: true }, 'DryRunOperationException', /would have succeeded/],
  ]
  for (const [name, changes, code, message] of refused) {
    test(`refuses ${name}`, () => assert.rejects(grant(changes), { name: code, message }))
  }

  test('refuses a disabled key', async () => {
    await alice.send(new DisableKeyCommand({ KeyId: id }))
    await assert.rejects(grant(), { name: 'DisabledException', message: `${arn} is disabled.` })
  })

  test('a grantee passes on no more than it has', async () => {
    const stranger = `arn:aws:iam::999999999999:role/worker`
    await grant({ GranteePrincipal: stranger, Operations: ['Encrypt', 'CreateGrant'] })
    const worker = place.asRole(stranger)
    const pass = (changes: Partial<CreateGrantCommandInput>) =>
      worker.send(new CreateGrantCommand({ ...forCognito(), Operations: ['Encrypt'], ...changes }))
    await pass({})
    await assert.rejects(pass({ Operations: ['Decrypt'] }), { name: 'AccessDeniedException' })
    await assert.rejects(pass({ Constraints: {} }), { name: 'AccessDeniedException' })
    await assert.rejects(pass({ Constraints: { EncryptionContextSubset: { 'userpool-id': 'x' } } }), {
      name: 'AccessDeniedException',
    })
  })
})

describe('lists and ends', () => {
  test('ListGrants shows what was made, page by page and by grantee', async () => {
    const RetiringPrincipal = `arn:aws:iam::${ACCOUNT}:role/admin`
    const { GrantId } = await grant({ Name: 'pool', RetiringPrincipal })
    const bob = `arn:aws:iam::${ACCOUNT}:user/bob`
    for (let index = 0; index < 3; index++) await grant({ GranteePrincipal: bob })
    const { Grants } = await alice.send(new ListGrantsCommand({ KeyId: id, GrantId }))
    assert.deepEqual(Grants, [
      {
        KeyId: arn,
        GrantId,
        Name: 'pool',
        CreationDate: new Date(place.clock.now()),
        GranteePrincipal: 'cognito-idp.amazonaws.com',
        RetiringPrincipal,
        IssuingAccount: `arn:aws:iam::${ACCOUNT}:root`,
        Operations: ['GenerateDataKey'],
        Constraints: { EncryptionContextSubset: { 'userpool-id': POOL } },
      },
    ])
    const seen = new Set<string>()
    for await (const page of paginateListGrants({ client: alice, pageSize: 2 }, { KeyId: id })) {
      for (const one of page.Grants!) seen.add(one.GrantId!)
    }
    assert.equal(seen.size, 4)
    const ofBob = await alice.send(new ListGrantsCommand({ KeyId: id, GranteePrincipal: bob }))
    assert.equal(ofBob.Grants!.length, 3)
    const retirable = await alice.send(new ListRetirableGrantsCommand({ RetiringPrincipal }))
    assert.deepEqual(
      retirable.Grants!.map((one) => one.GrantId),
      [GrantId],
    )
  })

  test('RetireGrant by token, or by key and id', async () => {
    const { GrantToken } = await grant()
    await alice.send(new RetireGrantCommand({ GrantToken }))
    await assert.rejects(generate(), denied)
    await assert.rejects(alice.send(new RetireGrantCommand({ GrantToken })), { name: 'NotFoundException' })
    const { GrantId } = await grant()
    await alice.send(new RetireGrantCommand({ KeyId: arn, GrantId }))
    await assert.rejects(alice.send(new RetireGrantCommand({ KeyId: arn })), { name: 'ValidationException' })
    await assert.rejects(alice.send(new RetireGrantCommand({ GrantToken: 'AAAA' })), {
      name: 'InvalidGrantTokenException',
    })
  })

  test('RetireGrant by those it concerns, not by every grantee', async () => {
    const { GrantToken } = await grant()
    await assert.rejects(cognito.send(new RetireGrantCommand({ GrantToken })), { name: 'AccessDeniedException' })
    const other = await grant({ Operations: ['GenerateDataKey', 'RetireGrant'] })
    await cognito.send(new RetireGrantCommand({ GrantToken: other.GrantToken }))
    const third = await grant({ RetiringPrincipal: 'cognito-idp.amazonaws.com' })
    await cognito.send(new RetireGrantCommand({ GrantToken: third.GrantToken }))
  })
})
