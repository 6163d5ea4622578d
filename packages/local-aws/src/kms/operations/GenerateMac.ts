import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { requireEnabled } from '../key-state.ts'
import { macOf } from '../mac.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { requireUsage } from '../requirements.ts'

export const GenerateMac: KmsOperation<'GenerateMac'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, {
    action: 'GenerateMac',
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    conditions: { 'kms:MacAlgorithm': input.MacAlgorithm },
  })
  requireEnabled(key)
  requireUsage(key, 'GENERATE_VERIFY_MAC', 'GenerateMac', input.MacAlgorithm)
  if (input.DryRun) throw refusals.dryRun()
  const Mac = macOf(await kms.secrets.macSecretOf(key), input.MacAlgorithm, input.Message)
  return { KeyId: keyArn(key), Mac, MacAlgorithm: input.MacAlgorithm }
}
