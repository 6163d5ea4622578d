import type { Environment } from '@herald/environment'
import type { Inbox } from '@herald/inbox'
import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/sns'
import type { Store, Vault } from '@herald/storage'
import type { HttpDeliveries } from './deliver/http-deliveries.ts'

/** What SNS's operations work with. */
export interface SnsParts {
  inbox: Inbox
  environment: Environment
  /** Opened with `snsCollections`. */
  store: Store
  vault: Vault
  /** Hands a notification to a function, as SNS itself. @throws {ServiceError} where Lambda refuses. */
  invoke(functionArn: string, payload: Buffer, cause: { topicArn: string; traceId: string | undefined }): Promise<void>
  http: HttpDeliveries
}

export type SnsOperation<N extends keyof Operations> = (
  sns: SnsParts,
) => Operation<Operations[N]['input'], Operations[N]['output']>
