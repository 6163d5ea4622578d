import { asClient } from '../../operation.ts'
import { respondToChallenge } from '../../sign-in/respond.ts'

/** Answers a challenge from an app. The secret hash stands among the responses and is checked there. */
export const RespondToAuthChallenge = asClient(
  'RespondToAuthChallenge',
  (scope, input) => respondToChallenge(scope, 'public', input),
  () => undefined,
)
