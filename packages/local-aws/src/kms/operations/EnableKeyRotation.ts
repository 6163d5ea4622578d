import { admit } from '../admit.ts'
import { changeKey } from '../find-key.ts'
import { requireEnabled } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { requireSelfRotating } from '../rotate.ts'

const DAY = 86_400_000
const USUAL = 365

/** The key gets new material a period from now, and then each period (AWS documents). */
export const EnableKeyRotation: KmsOperation<'EnableKeyRotation'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, {
    action: 'EnableKeyRotation',
    conditions: { 'kms:RotationPeriodInDays': input.RotationPeriodInDays ?? USUAL },
  })
  const now = kms.environment.clock.now()
  await changeKey(kms, ref, (key) => {
    requireSelfRotating(key)
    requireEnabled(key)
    if (key.rotation?.enabled && input.RotationPeriodInDays === undefined) return
    const periodInDays = input.RotationPeriodInDays ?? USUAL
    key.rotation = { enabled: true, periodInDays, nextAt: now + periodInDays * DAY }
  })
  return {}
}
