import { asClient } from '../../operation.ts'
import { initiateSignIn } from '../../sign-in/initiate.ts'

/** Begins a sign-in from an app, or renews one. The secret hash stands among the flow's parameters and is checked there. */
export const InitiateAuth = asClient(
  'InitiateAuth',
  (scope, input) => initiateSignIn(scope, 'public', input),
  () => undefined,
)
