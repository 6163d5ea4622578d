import { admitMac } from '../admit-use.ts'
import { keyArn } from '../arns.ts'
import { macOf } from '../mac.ts'
import type { KmsOperation } from '../parts.ts'

export const GenerateMac: KmsOperation<'GenerateMac'> = (kms) => async (call, input) => {
  const key = await admitMac(kms, call, input, 'GenerateMac')
  const Mac = macOf(await kms.secrets.macSecretOf(key), input.MacAlgorithm, input.Message)
  return { KeyId: keyArn(key), Mac, MacAlgorithm: input.MacAlgorithm }
}
