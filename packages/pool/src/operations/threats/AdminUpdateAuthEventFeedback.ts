import { asAdmin } from '../../operation.ts'
import { keepFeedback } from '../../threats/auth-event.ts'

/** An administrator says whether a sign-in was the user's own. */
export const AdminUpdateAuthEventFeedback = asAdmin('AdminUpdateAuthEventFeedback', (scope, input) =>
  keepFeedback(scope, input),
)
