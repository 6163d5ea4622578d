import { admitSigning } from '../admit-use.ts'
import { keyArn } from '../arns.ts'
import type { KmsOperation } from '../parts.ts'
import { signMessage } from '../signatures.ts'

export const Sign: KmsOperation<'Sign'> = (kms) => async (call, input) => {
  const key = await admitSigning(kms, call, input, 'Sign')
  const Signature = await signMessage(await kms.secrets.pairOf(key), input)
  return { KeyId: keyArn(key), Signature, SigningAlgorithm: input.SigningAlgorithm }
}
