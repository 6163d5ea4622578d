import { withPreference } from '../../mfa/preference.ts'
import { saveFactorsOf } from '../../mfa/save-factors.ts'
import { asAdmin } from '../../operation.ts'

/** An administrator turns a user's second factors on or off, and says which is preferred. */
export const AdminSetUserMFAPreference = asAdmin('AdminSetUserMFAPreference', (scope, input) =>
  saveFactorsOf(scope, input.Username, (user) => withPreference(user, input)),
)
