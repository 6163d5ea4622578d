import type { Environment } from '@herald/environment'
import type { Inbox } from '@herald/inbox'
import { type AwsClientOptions, createAwsClient, type Operation, type Service } from '@herald/protocol'
import { assertOutsideTransaction, type Store, type Vault } from '@herald/storage'
import type { PoolContext } from './context.ts'
import { createCryptography } from './cryptography/index.ts'
import { createDelegation } from './delegation.ts'
import { createDispatcher } from './messages/dispatcher.ts'
import { operations } from './operations/index.ts'
import { emptyDepartingPools } from './pools/empty-pool.ts'
import { awsLimits, type PoolLimits } from './settings.ts'
import { createSweeper } from './storage/sweeper.ts'
import { type NextRisk, setRisk } from './threats/set-risk.ts'
import { wellKnownRoutes } from './tokens/well-known.ts'

export interface PoolOptions {
  store: Store
  vault: Vault
  environment: Environment
  inbox: Inbox
  /** Where KMS, Lambda, SES and SNS are reached, without a trailing slash. */
  endpoint: () => string
  /** Takes what goes there in place of the network, where it is answered by this very process. */
  direct?: AwsClientOptions['direct']
  /** What the user pool service signs with, and is recognised by. */
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string }
  /** Credentials whose calls count as those of the principal of this ARN. */
  onBehalfOf: (arn: string) => PoolOptions['credentials'] & { revoke(): void }
  settings?: Partial<PoolLimits>
  /** No other process uses this store, so messages that an earlier one had in hand are free at once. Default true. */
  soleOwner?: boolean
  /** Told of what should never happen; it holds no secrets. */
  onFault: (error: unknown) => void
}

export interface UserPools {
  service: Service
  /** JWKS and discovery documents. */
  routes: ReturnType<typeof wellKnownRoutes>
  /** Sets the risk of a user's next sign-in. @throws ServiceError as AWS names it */
  setRisk(risk: NextRisk): Promise<void>
  /** Takes up what an earlier run left in the outbox. Call once the endpoint answers. */
  start(): void
  /** Takes no more from the outbox, and lets what is in hand reach its sender while the endpoint still answers. */
  stop(): Promise<void>
  close(): Promise<void>
}

/** So many calls that are answered at one moment are a rush, in which messages stand back. */
const BUSY = 6
/** How long a rush lasts after that, milliseconds: calls whose commits come together end together. */
const STAYS_BUSY = 50

/** The user pools of `cognito-idp`, with the dispatcher that hands their messages to custom senders. */
export function createUserPools(options: PoolOptions): UserPools {
  const { store, vault, environment, inbox, endpoint } = options
  const { accessKeyId, secretAccessKey, sessionToken } = options.credentials
  const credentials = { accessKeyId, secretAccessKey, sessionToken }
  const cryptography = createCryptography()
  const own = createAwsClient({
    endpoint,
    region: '',
    credentials: () => credentials,
    guard: assertOutsideTransaction,
    ...(options.direct ? { direct: options.direct } : {}),
  })
  const context: PoolContext = {
    store,
    vault,
    environment,
    inbox,
    cryptography,
    settings: { ...awsLimits, ...options.settings },
    aws: (sourceArn, region) => ({
      ...own,
      call: (service, operation, input, extra) =>
        own.call(service, operation, input, {
          ...extra,
          region,
          headers: {
            ...extra?.headers,
            'x-amz-source-arn': sourceArn,
            'x-amz-source-account': sourceArn.split(':')[4] ?? '',
          },
        }),
    }),
    awsAs: createDelegation(options),
    messageQueued: (id) => dispatcher.queued(id),
  }
  const dispatcher = createDispatcher(context, {
    onFault: options.onFault,
    soleOwner: options.soleOwner ?? true,
    isBusy: () => rushes || requestsUnderWay >= BUSY,
  })
  let requestsUnderWay = 0
  let rushes = false
  // By the machine's time: a rush is one of requests, not of the domain.
  const rushOver = setTimeout(() => {
    rushes = false
    dispatcher.wake()
  }, STAYS_BUSY).unref()
  const counted = (operation: Operation): Operation => {
    return async (call, input) => {
      if (++requestsUnderWay >= BUSY) {
        rushes = true
        rushOver.refresh()
      }
      try {
        return await operation(call, input)
      } finally {
        requestsUnderWay--
      }
    }
  }
  const sweeper = createSweeper(store, environment, options.onFault)
  return {
    service: {
      name: 'cognito-idp',
      operations: Object.fromEntries(
        Object.entries(operations).map(([name, operation]) => [name, counted(operation(context))]),
      ),
    },
    routes: wellKnownRoutes(context),
    setRisk: (risk) => setRisk(context, risk),
    start() {
      dispatcher.start().catch(options.onFault)
      sweeper.start()
      emptyDepartingPools(context).catch(options.onFault)
    },
    stop: () => dispatcher.close(),
    async close() {
      clearTimeout(rushOver)
      sweeper.close()
      await dispatcher.close()
      await cryptography.close()
      own.close()
    },
  }
}
