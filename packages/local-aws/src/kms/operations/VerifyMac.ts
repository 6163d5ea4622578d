import { timingSafeEqual } from 'node:crypto'
import { admitMac } from '../admit-use.ts'
import { keyArn } from '../arns.ts'
import { macOf } from '../mac.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

/** A MAC that does not fit is an error, not an answer (AWS documents). */
export const VerifyMac: KmsOperation<'VerifyMac'> = (kms) => async (call, input) => {
  const key = await admitMac(kms, call, input, 'VerifyMac')
  const right = macOf(await kms.secrets.macSecretOf(key), input.MacAlgorithm, input.Message)
  if (input.Mac.byteLength !== right.length || !timingSafeEqual(input.Mac, right)) throw refusals.invalidMac()
  return { KeyId: keyArn(key), MacValid: true, MacAlgorithm: input.MacAlgorithm }
}
