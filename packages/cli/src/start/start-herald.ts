import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { consoleRoutes } from '@herald/console'
import { type Environment, systemEnvironment } from '@herald/environment'
import { createGateway, type GatewayOptions, refuseTunnel, serverOptions } from '@herald/gateway'
import { createInbox, createInboxApi, type Inbox, inboxCollections } from '@herald/inbox'
import { createKms, kmsCollections } from '@herald/local-aws/kms'
import { createLambda, lambdaCollections } from '@herald/local-aws/lambda'
import { createSes, sesCollections } from '@herald/local-aws/ses'
import { createSmsVoice } from '@herald/local-aws/sms-voice'
import { createSns, snsCollections } from '@herald/local-aws/sns'
import { createCredentials, createSts } from '@herald/local-aws/sts'
import type { PoolLimits } from '@herald/pool'
import { createUserPools, poolCollections } from '@herald/pool'
import type { Store } from '@herald/storage'
import { version } from '../version.ts'
import { listen } from './listen.ts'
import type { Log } from './log.ts'
import { openData } from './open-data.ts'
import { isLoopback, type StartOptions } from './options.ts'
import { type RunningSmtp, startSmtp } from './start-smtp.ts'

/** How long the end waits for messages in hand; what was not handed over by then goes out at the next start. Milliseconds. */
const HAND_OVERS_LIMIT = 3_000

export interface Herald {
  /** `http://127.0.0.1:4566` */
  url: string
  inbox: Inbox
  environment: Environment
  store: Store
  /** `127.0.0.1:1025`; undefined where its port is taken. */
  smtp: string | undefined
  lambda: ReturnType<typeof createLambda>
  close(): Promise<void>
}

export interface Surroundings {
  log: Log
  environment?: Environment
  /** Overrides of lifetimes and limits. */
  settings?: Partial<PoolLimits>
  /** Gets each line that a function logs; only for an interactive terminal, for the line may hold a code. */
  onFunctionLog?: (line: string) => void
}

/**
 * Starts pool, KMS, Lambda, SNS, SES, STS and inbox on one port.
 * @throws {RootKeyError} for a lost or foreign root key.
 * @throws {DataFolderInUseError} when another process holds the data folder.
 * @throws {DatabaseUnavailableError} when the database cannot be reached.
 * @throws {AddressError} when the address is taken or not this machine's.
 */
export async function startHerald(options: StartOptions, surroundings: Surroundings): Promise<Herald> {
  const { log, environment = systemEnvironment() } = surroundings
  const closers: (() => Promise<void> | void)[] = []
  async function close(): Promise<void> {
    while (closers.length > 0) {
      await Promise.resolve(closers.pop()?.()).catch((error) => log.error('Closing', error))
    }
  }
  try {
    const herald = await compose(options, { ...surroundings, environment }, closers)
    return { ...herald, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function compose(
  options: StartOptions,
  surroundings: Surroundings & { environment: Environment },
  closers: (() => Promise<void> | void)[],
): Promise<Omit<Herald, 'close'>> {
  const { log, environment } = surroundings
  const { region, accountId } = options
  const onFault = (error: unknown, where?: { what: string }) => log.error(where?.what ?? 'In the background', error)
  const collections = [
    ...poolCollections,
    ...inboxCollections,
    ...kmsCollections,
    ...lambdaCollections,
    ...sesCollections,
    ...snsCollections,
  ]
  const { store, vault, folder, shared } = await openData(options, environment, collections)
  closers.push(() => store.close())

  // The address is known only once the server listens; nothing calls home before that.
  let url = ''
  const endpoint = () => url
  const workFolder = folder === undefined ? await temporaryFolder(closers) : join(folder, 'functions')
  const inbox = createInbox({ store, vault, environment, shared, onTrouble: onFault })
  closers.push(() => inbox.close())
  const credentials = createCredentials(environment)
  let smtp: RunningSmtp | undefined
  closers.push(() => smtp?.close())
  const certificateFile = join(folder ?? workFolder, 'smtp-certificate.pem')
  const kms = createKms({ store, vault, environment })
  closers.push(() => kms.stop())
  const lambda = createLambda({
    store,
    vault,
    environment,
    inbox,
    credentials,
    endpoint,
    region,
    accountId,
    workFolder,
    soleOwner: !shared,
    certificateFile: () => (smtp ? certificateFile : undefined),
    ...(surroundings.onFunctionLog ? { onLog: surroundings.onFunctionLog } : {}),
  })
  closers.push(() => lambda.close())
  const pool = createUserPools({
    store,
    vault,
    environment,
    inbox,
    endpoint,
    direct: (call) => gateway.answerOwn(call),
    credentials: credentials.issueForService({ service: 'cognito-idp.amazonaws.com' }),
    onBehalfOf: (arn) => credentials.issueSession(arn, 60_000),
    soleOwner: !shared,
    ...(surroundings.settings ? { settings: surroundings.settings } : {}),
    onFault,
  })
  closers.push(() => pool.close())
  const sns = createSns({ inbox, environment, store, vault, endpoint, region, credentials })
  closers.push(() => sns.close())
  const loopback = isLoopback(options.host)
  const clockControl = loopback && !shared
  const inboxApi = createInboxApi({ inbox, environment, version, clockControl, setRisk: pool.setRisk })
  // Whoever waits for Herald, a container's health check say, has no token.
  const health = inboxApi.map((route) => ({
    ...route,
    methods: ['GET'],
    path: /^\/_herald\/health$/,
    access: 'public',
  }))
  const routes = [
    ...health,
    ...consoleRoutes(),
    ...lambda.routes,
    ...sns.routes,
    ...inboxApi,
    ...pool.routes,
  ] as GatewayOptions['routes']
  const gateway = createGateway({
    services: [
      pool.service,
      kms.service,
      lambda.service,
      sns.service,
      createSmsVoice({ inbox, environment }).service,
      ...Object.values(createSes({ inbox, environment, store })),
      createSts({ credentials }).service,
    ],
    region,
    accountId,
    lookupCaller: credentials.lookup,
    hosts: loopback ? options.hosts : [options.host, ...options.hosts],
    origins: options.origins,
    token: options.token,
    loopback,
    endpoint,
    random: environment.random,
    routes,
    onFault,
  })
  const server = createServer(serverOptions, gateway.handler)
    .on('connect', refuseTunnel)
    .on('clientError', gateway.unreadable)
  closers.push(
    () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  )
  closers.push(() => Promise.race([pool.stop(), after(HAND_OVERS_LIMIT)]))
  smtp = await startSmtp(options, { inbox, credentials, certificateFile, log })
  url = await listen(server, options)
  await inbox.ready
  await kms.start()
  pool.start()
  return { url, inbox, environment, store, smtp: smtp?.address, lambda }
}

const after = (milliseconds: number) => new Promise<void>((done) => void setTimeout(done, milliseconds).unref())

async function temporaryFolder(closers: (() => Promise<void> | void)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'herald-'))
  closers.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}
