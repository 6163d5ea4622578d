import { type AwsClient, type Caller, createAwsClient } from '@herald/protocol'
import { assertOutsideTransaction } from '@herald/storage'

interface DelegationOptions {
  endpoint: () => string
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string }
  onBehalfOf: (arn: string) => DelegationOptions['credentials'] & { revoke(): void }
}

/**
 * Calls AWS as somebody who called the pool, whoever that is: a person, a session of a role, a function. Their own
 * credentials are never known here, so each client has some of its own that end when it is closed.
 */
export function createDelegation(options: DelegationOptions): (caller: Caller, region: string) => AwsClient {
  return (caller, region) => {
    const named = caller.kind === 'account' || caller.kind === 'function'
    const delegated = named ? options.onBehalfOf(caller.arn) : undefined
    const client = createAwsClient({
      endpoint: options.endpoint,
      region,
      credentials: () => delegated ?? options.credentials,
      guard: assertOutsideTransaction,
    })
    return {
      call: client.call,
      close() {
        client.close()
        delegated?.revoke()
      },
    }
  }
}
