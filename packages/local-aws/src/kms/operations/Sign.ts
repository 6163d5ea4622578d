import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { requireEnabled } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { requireUsage } from '../requirements.ts'
import { checkMessage, signMessage } from '../signatures.ts'

export const Sign: KmsOperation<'Sign'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, {
    action: 'Sign',
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    conditions: { 'kms:SigningAlgorithm': input.SigningAlgorithm, 'kms:MessageType': input.MessageType ?? 'RAW' },
  })
  requireEnabled(key)
  requireUsage(key, 'SIGN_VERIFY', 'Sign', input.SigningAlgorithm)
  checkMessage(input)
  if (input.DryRun) throw refusals.dryRun()
  const Signature = await signMessage(await kms.secrets.pairOf(key), input)
  return { KeyId: keyArn(key), Signature, SigningAlgorithm: input.SigningAlgorithm }
}
