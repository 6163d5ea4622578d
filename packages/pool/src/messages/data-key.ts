import type { AwsClient } from '@herald/protocol'
import type { GenerateDataKey } from '../cryptography/index.ts'

/**
 * Asks KMS for data keys of 256 bits under the pool's key, as the pool.
 * @returns a function that rejects with KMS's own error.
 */
export function dataKeysOf(aws: AwsClient, keyArn: string): GenerateDataKey {
  return async (encryptionContext) => {
    const answer = await aws.call('kms', 'GenerateDataKey', {
      KeyId: keyArn,
      NumberOfBytes: 32,
      EncryptionContext: encryptionContext,
    })
    if (!answer.Plaintext || !answer.CiphertextBlob || !answer.KeyId)
      throw new Error('KMS answered without a data key.')
    return { plaintext: answer.Plaintext, blob: answer.CiphertextBlob, keyArn: answer.KeyId }
  }
}
