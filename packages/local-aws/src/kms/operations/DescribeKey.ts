import { admit } from '../admit.ts'
import { keyMetadata } from '../key-metadata.ts'
import type { KmsOperation } from '../parts.ts'

/** Shows a key, named in any of the four ways. Grant tokens are not looked at: grants count without them. */
export const DescribeKey: KmsOperation<'DescribeKey'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, {
    action: 'DescribeKey',
    aliases: true,
    otherAccounts: true,
  })
  return { KeyMetadata: keyMetadata(key) }
}
