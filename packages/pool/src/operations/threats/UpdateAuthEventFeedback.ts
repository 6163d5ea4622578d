import { asAdmin } from '../../operation.ts'
import { keepFeedback } from '../../threats/auth-event.ts'

/** The user says it, proved by the token that the notification carries. AWS takes this one without a signature. */
export const UpdateAuthEventFeedback = asAdmin('UpdateAuthEventFeedback', (scope, input) =>
  keepFeedback(scope, input, input.FeedbackToken),
)
