import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'

const DAY = 86_400_000
/** AWS documents that 0 stands for the default, and the default is seven days. */
const DEFAULT_DAYS = 7

/** When a temporary password that is set now stops being good (milliseconds). */
export function temporaryPasswordExpiry(context: PoolContext, pool: PoolDoc): number {
  const days =
    pool.settings.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ||
    pool.settings.AdminCreateUserConfig?.UnusedAccountValidityDays ||
    DEFAULT_DAYS
  return context.environment.clock.now() + days * DAY
}
