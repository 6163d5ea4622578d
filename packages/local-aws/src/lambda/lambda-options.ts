import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from '@herald/environment'
import type { Inbox } from '@herald/inbox'
import type { Store, Vault } from '@herald/storage'
import type { Credentials } from '../sts/credentials.ts'

export interface LambdaOptions {
  store: Store
  vault: Vault
  environment: Environment
  inbox: Pick<Inbox, 'step'>
  /** Issues the credentials that functions run with. */
  credentials: Pick<Credentials, 'issueForFunction'>
  /** Where Herald listens, without a trailing slash; asked each time a sandbox starts. */
  endpoint: () => string
  region: string
  accountId: string
  /** Archives, unpacked code and the folders of sandboxes lie here. */
  workFolder: string
  /** A certificate in PEM that functions trust beside the usual ones: that of Herald's own SMTP; asked each time a sandbox starts. */
  certificateFile?: () => string | undefined
  /** Gets each line a function logs. Lines hold what the function writes, codes included: never write them to disk. */
  onLog?: (line: string) => void
  concurrency?: Partial<Concurrency>
  /** Events that may wait at once; default 100,000. */
  queueLimit?: number
  /**
   * No other process uses this store, so events that an earlier process had claimed are free at once. Default true.
   * Otherwise archives lie in the store as well, and what others queue is looked for every second.
   */
  soleOwner?: boolean
}

export interface Concurrency {
  /** Sandboxes of one function; default 10. */
  perFunction: number
  /** Sandboxes of all functions; default four per core, at least 10. A function without any may always start one. */
  total: number
  /** Sandboxes that start at the same time; default one per core, at least 2. */
  starting: number
  /** Milliseconds after which an unused sandbox ends; default 5 minutes. */
  idle: number
}

/** A plain HTTP route, described so that the gateway can take it without either package knowing the other. */
export interface LambdaRoute {
  methods: readonly ['GET']
  path: RegExp
  access: 'public'
  handler(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>
}
