import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { requireEnabled } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { requireUsage } from '../requirements.ts'
import { checkMessage, verifyMessage } from '../signatures.ts'

/** A signature that does not fit is an error, not an answer (AWS documents). */
export const Verify: KmsOperation<'Verify'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, {
    action: 'Verify',
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    conditions: { 'kms:SigningAlgorithm': input.SigningAlgorithm, 'kms:MessageType': input.MessageType ?? 'RAW' },
  })
  requireEnabled(key)
  requireUsage(key, 'SIGN_VERIFY', 'Verify', input.SigningAlgorithm)
  checkMessage(input)
  if (input.DryRun) throw refusals.dryRun()
  if (!(await verifyMessage(await kms.secrets.pairOf(key), input, input.Signature))) throw refusals.invalidSignature()
  return { KeyId: keyArn(key), SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm }
}
