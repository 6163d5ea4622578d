import { timingSafeEqual } from 'node:crypto'
import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { requireEnabled } from '../key-state.ts'
import { macOf } from '../mac.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { requireUsage } from '../requirements.ts'

/** A MAC that does not fit is an error, not an answer (AWS documents). */
export const VerifyMac: KmsOperation<'VerifyMac'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, {
    action: 'VerifyMac',
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    conditions: { 'kms:MacAlgorithm': input.MacAlgorithm },
  })
  requireEnabled(key)
  requireUsage(key, 'GENERATE_VERIFY_MAC', 'VerifyMac', input.MacAlgorithm)
  if (input.DryRun) throw refusals.dryRun()
  const right = macOf(await kms.secrets.macSecretOf(key), input.MacAlgorithm, input.Message)
  if (input.Mac.byteLength !== right.length || !timingSafeEqual(input.Mac, right)) throw refusals.invalidMac()
  return { KeyId: keyArn(key), MacValid: true, MacAlgorithm: input.MacAlgorithm }
}
