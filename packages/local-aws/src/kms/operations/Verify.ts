import { admitSigning } from '../admit-use.ts'
import { keyArn } from '../arns.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { verifyMessage } from '../signatures.ts'

/** A signature that does not fit is an error, not an answer (AWS documents). */
export const Verify: KmsOperation<'Verify'> = (kms) => async (call, input) => {
  const key = await admitSigning(kms, call, input, 'Verify')
  if (!(await verifyMessage(await kms.secrets.pairOf(key), input, input.Signature))) throw refusals.invalidSignature()
  return { KeyId: keyArn(key), SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm }
}
