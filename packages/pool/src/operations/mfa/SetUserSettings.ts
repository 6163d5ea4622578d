import { withOptions } from '../../mfa/preference.ts'
import { saveOwnFactors } from '../../mfa/save-factors.ts'
import { asUser } from '../../operation.ts'

/** The older way to turn one's own SMS MFA on or off. */
export const SetUserSettings = asUser('SetUserSettings', (scope, input) =>
  saveOwnFactors(scope, (user) => withOptions(user, input.MFAOptions)),
)
