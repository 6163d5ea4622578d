import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { changeKey } from '../find-key.ts'
import { requireNotPendingDeletion } from '../key-state.ts'
import { isReplica } from '../multi-region.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

const DAY = 86_400_000
const USUAL = 30
const SHORTEST = 7
const LONGEST = 30

/** From the date on the key does not exist, and its material is erased. A primary key waits for its replicas' end first. */
export const ScheduleKeyDeletion: KmsOperation<'ScheduleKeyDeletion'> = (kms) => async (call, input) => {
  const days = input.PendingWindowInDays ?? USUAL
  if (days < SHORTEST || days > LONGEST) {
    const bound = days < SHORTEST ? `greater than or equal to ${SHORTEST}` : `less than or equal to ${LONGEST}`
    throw refusals.validation(
      `1 validation error detected: Value '${days}' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value ${bound}`,
    )
  }
  const ref = await admit(kms, call, input.KeyId, {
    action: 'ScheduleKeyDeletion',
    conditions: { 'kms:ScheduleKeyDeletionPendingWindowInDays': days },
  })
  const deleteAt = kms.environment.clock.now() + days * DAY
  const key = await changeKey(kms, ref, (doc) => {
    requireNotPendingDeletion(doc)
    if (!isReplica(doc) && doc.multiRegion?.replicas.length) {
      doc.state = 'PendingReplicaDeletion'
      doc.pendingWindow = days * DAY
      return
    }
    doc.state = 'PendingDeletion'
    doc.deleteAt = deleteAt
  })
  if (key.state === 'PendingReplicaDeletion') {
    return { KeyId: keyArn(key), KeyState: 'PendingReplicaDeletion', PendingWindowInDays: days }
  }
  kms.deletions.expect(key, deleteAt)
  return {
    KeyId: keyArn(key),
    DeletionDate: new Date(deleteAt),
    KeyState: 'PendingDeletion',
    PendingWindowInDays: days,
  }
}
