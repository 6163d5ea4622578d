import type { Environment } from '@herald/environment'
import type { Inbox } from '@herald/inbox'
import type { AwsClient, Caller } from '@herald/protocol'
import type { Store, Vault } from '@herald/storage'
import type { Cryptography } from './cryptography/cryptography.ts'
import type { PoolLimits } from './settings.ts'

/** What every operation works with. */
export interface PoolContext {
  readonly store: Store
  readonly vault: Vault
  readonly environment: Environment
  readonly inbox: Inbox
  /** Heavy arithmetic, away from the event loop. */
  readonly cryptography: Cryptography
  /** Lifetimes and limits that AWS fixes, or where nothing is known. */
  readonly settings: PoolLimits
  /** Reaches KMS, Lambda, SES and SNS over AWS's own wire, as the user pool service. */
  readonly aws: (sourceArn: string, region: string) => AwsClient
  /** Reaches AWS with the authority of the caller of the operation, as Cognito does when it makes a grant. Close it after use. */
  readonly awsAs: (caller: Caller, region: string) => AwsClient
  /** Tells the dispatcher that a message was put into the outbox, and that this is committed. */
  readonly messageQueued: (id: string) => void
}
