import { constants, createPublicKey, publicEncrypt } from 'node:crypto'
import {
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DisableKeyCommand,
  EncryptCommand,
  GenerateMacCommand,
  GetParametersForImportCommand,
  ReplicateKeyCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
} from '@aws-sdk/client-kms'
import type { Setting } from '../setting/herald.ts'
import { createKey } from '../setting/pool.ts'

export interface KeyResources {
  keyArn: string
  ciphertext: Uint8Array
  grantId: string
  grantToken: string
  alias: string
  /** A second key that encrypts, for what moves from key to key or is deleted. */
  other: string
  /** A key whose deletion is scheduled. */
  doomed: string
  disabled: string
  /** Keys that sign, with what each signed `message`. */
  signing: { keyArn: string; signature: Uint8Array }
  macs: { keyArn: string; mac: Uint8Array }
  /** A key with a replica in eu-west-2. */
  multiRegion: string
  /** A key that waits for its material, and material that is wrapped for it. */
  imports: { keyArn: string; token: Uint8Array; wrapped: Uint8Array }
}

let count = 0
const caller = 'arn:aws:iam::000000000000:user/test'
const message = Buffer.from('Hello')
const byHash = { SigningAlgorithm: 'ECDSA_SHA_256' } as const
const byOaep = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' } as const
const byMac = { MacAlgorithm: 'HMAC_SHA_256' } as const
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::000000000000:root' }, Action: 'kms:*', Resource: '*' },
  ],
})

export async function keyResources(setting: Setting): Promise<KeyResources> {
  const { kms } = setting
  const createOther = async (input: CreateKeyCommandInput) =>
    (await kms.send(new CreateKeyCommand(input))).KeyMetadata!.Arn!
  const keyArn = await createKey(setting)
  const alias = `alias/fuzz-${++count}`
  await kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: keyArn }))
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: keyArn, Plaintext: Buffer.from('plain') }))
  const grant = await kms.send(
    new CreateGrantCommand({
      KeyId: keyArn,
      GranteePrincipal: 'cognito-idp.amazonaws.com',
      RetiringPrincipal: caller,
      Operations: ['Encrypt', 'Decrypt'],
    }),
  )
  const [other, doomed, disabled] = [await createKey(setting), await createKey(setting), await createKey(setting)]
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: doomed }))
  await kms.send(new DisableKeyCommand({ KeyId: disabled }))
  const signer = await createOther({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
  const signed = await kms.send(new SignCommand({ KeyId: signer, Message: message, ...byHash }))
  const macKey = await createOther({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' })
  const mac = await kms.send(new GenerateMacCommand({ KeyId: macKey, Message: message, ...byMac }))
  const multiRegion = await createOther({ MultiRegion: true })
  await kms.send(new ReplicateKeyCommand({ KeyId: multiRegion, ReplicaRegion: 'eu-west-2' }))
  const external = await createOther({ Origin: 'EXTERNAL' })
  const parameters = await kms.send(new GetParametersForImportCommand({ KeyId: external, ...byOaep }))
  return {
    keyArn,
    alias,
    other,
    doomed,
    disabled,
    ciphertext: CiphertextBlob!,
    grantId: grant.GrantId!,
    grantToken: grant.GrantToken!,
    signing: { keyArn: signer, signature: signed.Signature! },
    macs: { keyArn: macKey, mac: mac.Mac! },
    multiRegion,
    imports: { keyArn: external, token: parameters.ImportToken!, wrapped: wrap(parameters.PublicKey!) },
  }
}

function wrap(spki: Uint8Array): Buffer {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, Buffer.alloc(32, 7))
}

/** Inputs that lead deep into KMS. */
export function keyRecipes(key: KeyResources): Record<string, Record<string, unknown>[]> {
  const KeyId = key.keyArn
  const grant = { KeyId, GranteePrincipal: caller, Operations: ['Encrypt'] }
  const sign = { KeyId: key.signing.keyArn, Message: message, ...byHash }
  const mac = { KeyId: key.macs.keyArn, Message: message, ...byMac }
  const imported = {
    KeyId: key.imports.keyArn,
    ImportToken: key.imports.token,
    EncryptedKeyMaterial: key.imports.wrapped,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  }
  return {
    CancelKeyDeletion: [{ KeyId: key.doomed }],
    CreateAlias: [{ AliasName: `alias/fuzz-new-${++count}`, TargetKeyId: KeyId }],
    CreateGrant: [grant, { ...grant, RetiringPrincipal: caller, Constraints: { EncryptionContextSubset: { a: 'b' } } }],
    PutKeyPolicy: [
      { KeyId, Policy: policy },
      { KeyId, Policy: '{}' },
    ],
    Decrypt: [{ CiphertextBlob: key.ciphertext }, { CiphertextBlob: key.ciphertext, KeyId }],
    Encrypt: [
      { KeyId, Plaintext: Buffer.from('x') },
      { KeyId: key.alias, Plaintext: Buffer.from('x') },
    ],
    ReEncrypt: [
      { CiphertextBlob: key.ciphertext, DestinationKeyId: key.other },
      { CiphertextBlob: key.ciphertext, SourceKeyId: KeyId, DestinationKeyId: KeyId },
    ],
    GenerateDataKey: [
      { KeyId, KeySpec: 'AES_256' },
      { KeyId, NumberOfBytes: 64, EncryptionContext: { a: 'b' } },
    ],
    GenerateDataKeyWithoutPlaintext: [{ KeyId, KeySpec: 'AES_128' }],
    GenerateDataKeyPair: [{ KeyId, KeyPairSpec: 'ECC_NIST_P256' }],
    GenerateDataKeyPairWithoutPlaintext: [{ KeyId, KeyPairSpec: 'ECC_NIST_P384' }],
    GenerateRandom: [{ NumberOfBytes: 32 }],
    Sign: [sign],
    Verify: [
      { ...sign, Signature: key.signing.signature },
      { ...sign, Signature: Buffer.from('no signature') },
    ],
    GetPublicKey: [{ KeyId: key.signing.keyArn }],
    GenerateMac: [mac],
    VerifyMac: [
      { ...mac, Mac: key.macs.mac },
      { ...mac, Mac: Buffer.alloc(32) },
    ],
    CreateKey: [{}, { Origin: 'EXTERNAL' }, { MultiRegion: true }],
    ReplicateKey: [{ KeyId: key.multiRegion, ReplicaRegion: `eu-west-${++count + 2}` }],
    UpdatePrimaryRegion: [{ KeyId: key.multiRegion, PrimaryRegion: 'eu-west-2' }],
    GetParametersForImport: [{ KeyId: key.imports.keyArn, ...byOaep }],
    ImportKeyMaterial: [imported],
    DeleteImportedKeyMaterial: [{ KeyId: key.imports.keyArn }],
    ListKeys: [{}],
    ListAliases: [{ KeyId }],
    ...Object.fromEntries(ofOneKey.map((operation) => [operation, [{ KeyId }]])),
    DescribeKey: [{ KeyId }, { KeyId: key.alias }, { KeyId: key.signing.keyArn }],
    EnableKey: [{ KeyId: key.disabled }, { KeyId }],
    ScheduleKeyDeletion: [{ KeyId: key.other, PendingWindowInDays: 7 }],
    UpdateKeyDescription: [{ KeyId, Description: 'fuzzed' }],
    TagResource: [{ KeyId, Tags: [{ TagKey: 'team', TagValue: 'blue' }] }],
    UntagResource: [{ KeyId, TagKeys: ['team'] }],
    RetireGrant: [{ KeyId, GrantId: key.grantId }, { GrantToken: key.grantToken }],
    RevokeGrant: [{ KeyId, GrantId: key.grantId }],
    ListRetirableGrants: [{ RetiringPrincipal: caller }],
    UpdateAlias: [{ AliasName: key.alias, TargetKeyId: KeyId }],
    DeleteAlias: [{ AliasName: key.alias }],
  }
}

/** They need a key and nothing else. */
const ofOneKey = [
  'DisableKey',
  'DisableKeyRotation',
  'EnableKeyRotation',
  'GetKeyPolicy',
  'GetKeyRotationStatus',
  'ListGrants',
  'ListKeyPolicies',
  'ListKeyRotations',
  'ListResourceTags',
  'RotateKeyOnDemand',
]
