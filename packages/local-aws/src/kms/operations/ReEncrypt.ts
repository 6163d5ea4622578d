import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { nameKey } from '../find-key.ts'
import { openCiphertext } from '../open-ciphertext.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { requireSealable, sealPlaintext, shownMaterial } from '../seal-plaintext.ts'

/** Decrypts and encrypts again; the plaintext stays here. Two permissions, ReEncryptFrom and ReEncryptTo (AWS documents). */
export const ReEncrypt: KmsOperation<'ReEncrypt'> = (kms) => async (call, input) => {
  if (call.caller.kind === 'anonymous') throw refusals.unsigned()
  const from = input.SourceEncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT'
  const to = input.DestinationEncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT'
  const { ref } = await nameKey(kms, call, input.DestinationKeyId, { aliases: true })
  const origin = input.CiphertextBlob && (await kms.materials.keyOfBlob(input.CiphertextBlob))
  const conditions = { 'kms:ReEncryptOnSameKey': origin?.keyId === ref.keyId }
  const source = await openCiphertext(kms, call, {
    action: 'ReEncryptFrom',
    operation: 'ReEncrypt',
    blob: input.CiphertextBlob,
    keyId: input.SourceKeyId,
    algorithm: from,
    context: input.SourceEncryptionContext,
    grantTokens: input.GrantTokens,
    conditions,
    dryRun: input.DryRun ?? false,
    modifiers: input.DryRunModifiers,
  })
  const destination = await admit(kms, call, input.DestinationKeyId, {
    action: 'ReEncryptTo',
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    encryptionContext: input.DestinationEncryptionContext,
    conditions: { 'kms:EncryptionAlgorithm': to, ...conditions },
  })
  const sealing = { operation: 'ReEncrypt', algorithm: to, context: input.DestinationEncryptionContext }
  requireSealable(destination, sealing)
  if (input.DryRun) throw refusals.dryRun()
  const blob = await sealPlaintext(kms, destination, source.plaintext, sealing)
  return {
    CiphertextBlob: blob,
    SourceKeyId: keyArn(source.key),
    KeyId: keyArn(destination),
    SourceEncryptionAlgorithm: from,
    DestinationEncryptionAlgorithm: to,
    ...shownMaterial(source.key, 'SourceKeyMaterialId', source.materialId ?? null),
    ...shownMaterial(destination, 'DestinationKeyMaterialId'),
  }
}
