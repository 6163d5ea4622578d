import { requireClientOf } from '../../clients/require-client.ts'
import { asAdmin } from '../../operation.ts'
import { respondToChallenge } from '../../sign-in/respond.ts'

/** Answers a challenge from a server that holds AWS credentials. */
export const AdminRespondToAuthChallenge = asAdmin('AdminRespondToAuthChallenge', async (scope, input) => {
  const client = await requireClientOf(scope.context.store, scope.pool, input.ClientId)
  return respondToChallenge({ ...scope, client }, 'administrator', input)
})
