import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  CreateGrantCommand,
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateDataKeyPairWithoutPlaintextCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  type KMSClient,
  ListGrantsCommand,
  ReEncryptCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms'
import { ACCOUNT, sharePlace } from './kms-place.ts'

const at = sharePlace()
const Message = Buffer.from('hello')
const Plaintext = Message
const DryRun = true
const stranger = 'arn:aws:iam::999999999999:role/stranger'

/** Keys, a grant, and every operation that takes DryRun, by name. */
async function prepare() {
  const symmetric = await at.newKey()
  const signer = await at.newKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
  const mac = await at.newKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' })
  const { alice } = at
  const GranteePrincipal = `arn:aws:iam::${ACCOUNT}:user/bob`
  const grant = { KeyId: symmetric, GranteePrincipal, Operations: ['Encrypt' as const] }
  const RetiringPrincipal = `arn:aws:iam::${ACCOUNT}:user/alice`
  const grantId = (await alice.send(new CreateGrantCommand({ ...grant, RetiringPrincipal }))).GrantId!
  const { CiphertextBlob } = await alice.send(new EncryptCommand({ KeyId: symmetric, Plaintext }))
  const sign = { KeyId: signer, Message, SigningAlgorithm: 'ECDSA_SHA_256' as const }
  const { Signature } = await alice.send(new SignCommand(sign))
  const code = { KeyId: mac, Message, MacAlgorithm: 'HMAC_SHA_256' as const }
  const { Mac } = await alice.send(new GenerateMacCommand(code))
  const pair = { KeyId: symmetric, KeyPairSpec: 'ECC_NIST_P256' as const, DryRun }
  const key = { KeyId: symmetric, KeySpec: 'AES_256' as const, DryRun }
  const calls: Record<string, (by: KMSClient) => Promise<unknown>> = {
    Encrypt: (by) => by.send(new EncryptCommand({ KeyId: symmetric, Plaintext, DryRun })),
    Decrypt: (by) => by.send(new DecryptCommand({ CiphertextBlob, DryRun })),
    ReEncrypt: (by) => by.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: symmetric, DryRun })),
    GenerateDataKey: (by) => by.send(new GenerateDataKeyCommand(key)),
    GenerateDataKeyWithoutPlaintext: (by) => by.send(new GenerateDataKeyWithoutPlaintextCommand(key)),
    GenerateDataKeyPair: (by) => by.send(new GenerateDataKeyPairCommand(pair)),
    GenerateDataKeyPairWithoutPlaintext: (by) => by.send(new GenerateDataKeyPairWithoutPlaintextCommand(pair)),
    CreateGrant: (by) => by.send(new CreateGrantCommand({ ...grant, DryRun })),
    RetireGrant: (by) => by.send(new RetireGrantCommand({ KeyId: symmetric, GrantId: grantId, DryRun })),
    RevokeGrant: (by) => by.send(new RevokeGrantCommand({ KeyId: symmetric, GrantId: grantId, DryRun })),
    Sign: (by) => by.send(new SignCommand({ ...sign, DryRun })),
    Verify: (by) => by.send(new VerifyCommand({ ...sign, Signature, DryRun })),
    GenerateMac: (by) => by.send(new GenerateMacCommand({ ...code, DryRun })),
    VerifyMac: (by) => by.send(new VerifyMacCommand({ ...code, Mac, DryRun })),
  }
  return { keys: [symmetric, signer, mac], grantId, calls }
}

test('every operation that would succeed says so, and leaves the grants as they are', async () => {
  const { keys, grantId, calls } = await prepare()
  for (const [name, call] of Object.entries(calls)) {
    await assert.rejects(
      call(at.alice),
      { name: 'DryRunOperationException', message: 'The request would have succeeded, but the DryRun option is set.' },
      name,
    )
  }
  const { Grants } = await at.alice.send(new ListGrantsCommand({ KeyId: keys[0] }))
  assert.deepEqual(
    Grants?.map(({ GrantId }) => GrantId),
    [grantId],
  )
})

test('whoever may not is told that, and so is whoever uses a disabled key', async () => {
  const { keys, calls } = await prepare()
  for (const [name, call] of Object.entries(calls)) {
    await assert.rejects(call(at.place.asRole(stranger)), { name: 'AccessDeniedException' }, name)
  }
  for (const KeyId of keys) await at.alice.send(new DisableKeyCommand({ KeyId }))
  for (const name of Object.keys(calls).filter((each) => !/^Re(tire|voke)Grant$/.test(each))) {
    await assert.rejects(calls[name]!(at.alice), { name: 'DisabledException' }, name)
  }
})
