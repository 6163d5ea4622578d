import type { Environment } from '@herald/environment'
import type { Inbox } from '@herald/inbox'
import { createAwsClient, type Operation, type Service } from '@herald/protocol'
import { assertOutsideTransaction, type Store, type Vault } from '@herald/storage'
import { functionOfArn } from '../lambda/events/destination.ts'
import type { Credentials } from '../sts/credentials.ts'
import { createHttpDeliveries } from './deliver/http-deliveries.ts'
import { type SnsRoute, snsLinks } from './links.ts'
import { operations } from './operations/index.ts'
import type { SnsParts } from './parts.ts'

export { snsCollections } from './collections.ts'
export type { SnsRoute } from './links.ts'

export interface SnsOptions {
  inbox: Inbox
  environment: Environment
  /** Opened with `snsCollections`. */
  store: Store
  vault: Vault
  /** Where Lambda is reached, without a trailing slash; asked for each call. */
  endpoint: () => string
  region: string
  /** Gives SNS the credentials with which it invokes functions as the service it is. */
  credentials: Pick<Credentials, 'issueForService'>
}

export interface LocalSns {
  readonly service: Service
  /** The links in confirmations and notifications. Put them in front of other routes below `/_herald/`. */
  readonly routes: readonly SnsRoute[]
  /** Ends deliveries over HTTP that wait. Before the store is closed. */
  close(): Promise<void>
}

/** The local SNS: text messages to phones, and topics with their subscribers. What is for people lands in the inbox. */
export function createSns(options: SnsOptions): LocalSns {
  const { inbox, environment, store, vault, endpoint, region } = options
  const issued = options.credentials.issueForService({ service: 'sns.amazonaws.com' })
  const client = createAwsClient({ endpoint, region, credentials: () => issued, guard: assertOutsideTransaction })
  const http = createHttpDeliveries(environment)
  const sns: SnsParts = {
    inbox,
    environment,
    store,
    vault,
    http,
    async invoke(functionArn, payload, { topicArn, traceId }) {
      const { region, accountId = '' } = functionOfArn(functionArn) ?? {}
      const headers = {
        'x-amz-source-arn': topicArn,
        'x-amz-source-account': accountId,
        ...(traceId !== undefined && { 'x-amzn-trace-id': traceId }),
      }
      const input = { FunctionName: functionArn, InvocationType: 'Event' as const, Payload: payload }
      await client.call('lambda', 'Invoke', input, { headers, ...(region !== undefined && { region }) })
    },
  }
  const built: Record<string, Operation> = {}
  for (const [name, operation] of Object.entries(operations)) built[name] = operation(sns)
  return {
    service: { name: 'sns', operations: built },
    routes: snsLinks(sns),
    async close() {
      await http.close()
      client.close()
    },
  }
}
