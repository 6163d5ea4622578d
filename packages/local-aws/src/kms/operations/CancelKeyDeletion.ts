import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { changeKey } from '../find-key.ts'
import { lacksMaterial } from '../imported-material.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

/** The key stays, disabled (AWS documents), or waits for its material again. The alarm for its end finds nothing to do. */
export const CancelKeyDeletion: KmsOperation<'CancelKeyDeletion'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, { action: 'CancelKeyDeletion' })
  const key = await changeKey(kms, ref, (doc) => {
    if (doc.state !== 'PendingDeletion' && doc.state !== 'PendingReplicaDeletion')
      throw refusals.notPendingDeletion(keyArn(doc))
    doc.state = lacksMaterial(doc) ? 'PendingImport' : 'Disabled'
    doc.deleteAt = null
    delete doc.pendingWindow
  })
  return { KeyId: keyArn(key) }
}
