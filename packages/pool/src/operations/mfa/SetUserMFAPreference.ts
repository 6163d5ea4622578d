import { withPreference } from '../../mfa/preference.ts'
import { saveOwnFactors } from '../../mfa/save-factors.ts'
import { asUser } from '../../operation.ts'

/** The signed-in user turns second factors on or off, and says which is preferred. */
export const SetUserMFAPreference = asUser('SetUserMFAPreference', (scope, input) =>
  saveOwnFactors(scope, (user) => withPreference(user, input)),
)
