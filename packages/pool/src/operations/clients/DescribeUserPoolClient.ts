import { describedClient } from '../../clients/described.ts'
import { requireClientOf } from '../../clients/require-client.ts'
import { asAdmin } from '../../operation.ts'

/** Answers an app client's settings, and its secret. */
export const DescribeUserPoolClient = asAdmin('DescribeUserPoolClient', async ({ context, pool }, input) => ({
  UserPoolClient: describedClient(context.vault, await requireClientOf(context.store, pool, input.ClientId)),
}))
