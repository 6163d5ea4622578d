import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import type { KmsOperation } from '../parts.ts'

/** Keys that cannot rotate by themselves answer that they do not, as AWS does by now (observed by others). */
export const GetKeyRotationStatus: KmsOperation<'GetKeyRotationStatus'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, { action: 'GetKeyRotationStatus', otherAccounts: true })
  const { rotation } = key
  const KeyId = keyArn(key)
  // While a key waits for its end it does not rotate (AWS documents).
  if (!rotation?.enabled || key.state === 'PendingDeletion') return { KeyId, KeyRotationEnabled: false }
  return {
    KeyId,
    KeyRotationEnabled: true,
    RotationPeriodInDays: rotation.periodInDays,
    NextRotationDate: new Date(rotation.nextAt),
  }
}
