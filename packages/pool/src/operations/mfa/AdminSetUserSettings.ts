import { withOptions } from '../../mfa/preference.ts'
import { saveFactorsOf } from '../../mfa/save-factors.ts'
import { asAdmin } from '../../operation.ts'

/** The older way to turn a user's SMS MFA on or off. */
export const AdminSetUserSettings = asAdmin('AdminSetUserSettings', (scope, input) =>
  saveFactorsOf(scope, input.Username, (user) => withOptions(user, input.MFAOptions)),
)
