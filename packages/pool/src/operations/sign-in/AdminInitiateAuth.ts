import { requireClientOf } from '../../clients/require-client.ts'
import { asAdmin } from '../../operation.ts'
import { initiateSignIn } from '../../sign-in/initiate.ts'

/** Begins a sign-in, or renews one, from a server that holds AWS credentials. */
export const AdminInitiateAuth = asAdmin('AdminInitiateAuth', async (scope, input) => {
  const client = await requireClientOf(scope.context.store, scope.pool, input.ClientId)
  return initiateSignIn({ ...scope, client }, 'administrator', input)
})
