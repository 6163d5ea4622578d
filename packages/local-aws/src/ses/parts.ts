import type { Environment } from '@herald/environment'
import type { Inbox } from '@herald/inbox'
import type { Operation, ServiceError } from '@herald/protocol'
import type { Operations as V1 } from '@herald/protocol/ses'
import type { Operations as V2 } from '@herald/protocol/sesv2'
import type { Store } from '@herald/storage'

/** What SES's operations work with. */
export interface SesParts {
  inbox: Inbox
  environment: Environment
  /** Opened with `sesCollections`. */
  store: Store
}

export type V1Operation<N extends keyof V1> = (ses: SesParts) => Operation<V1[N]['input'], V1[N]['output']>
export type V2Operation<N extends keyof V2> = (ses: SesParts) => Operation<V2[N]['input'], V2[N]['output']>

/** Words a refusal of a bad value as the one or the other API of SES does. */
export type Refuse = (message: string) => ServiceError
