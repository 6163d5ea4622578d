import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  InvokeCommand,
  LambdaClient,
} from '@aws-sdk/client-lambda'
import { type Clock, createClock, systemRandomness } from '@herald/environment'
import { createGateway } from '@herald/gateway'
import { createInbox, inboxCollections, type OpenInbox } from '@herald/inbox'
import { createKms, kmsCollections } from '@herald/local-aws/kms'
import { type Concurrency, createLambda, type Lambda, lambdaCollections } from '@herald/local-aws/lambda'
import { createSes, sesCollections } from '@herald/local-aws/ses'
import { createSns, snsCollections } from '@herald/local-aws/sns'
import { createCredentials, createSts } from '@herald/local-aws/sts'
import { createVault, openSqliteStore, type Store } from '@herald/storage'
import { ZipFile } from 'yazl'

export const ACCOUNT = '111122223333'
export const REGION = 'eu-west-1'
export const POOL_ARN = `arn:aws:cognito-idp:${REGION}:${ACCOUNT}:userpool/eu-west-1_AbCdEfGhI`
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/sender`
export const arnOf = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`

export interface Place {
  readonly endpoint: string
  readonly folder: string
  readonly clock: Clock
  readonly store: Store
  readonly inbox: OpenInbox
  readonly lambda: Lambda
  readonly client: LambdaClient
  /** A client of Cognito, acting for `sourceArn`. */
  asCognito(sourceArn?: string): LambdaClient
  readonly faults: unknown[]
  readonly lines: string[]
  /** Creates a function from source texts by file name. */
  create(
    name: string,
    files: Record<string, string> | string,
    more?: Partial<CreateFunctionCommandInput>,
  ): Promise<void>
  /** Invokes and reads the answer. */
  call(
    name: string,
    event?: unknown,
    // biome-ignore lint/suspicious/noExplicitAny: functions answer anything
  ): Promise<{ answer: any; error: string | undefined; log: string; requestId: string }>
  close(options?: { keepFolder?: boolean }): Promise<void>
}

export interface PlaceOptions {
  /** Holds data and work folder; a temporary one that is removed when left out. */
  folder?: string
  /** Keep data in the folder instead of in memory. */
  durable?: boolean
  concurrency?: Partial<Concurrency>
  queueLimit?: number
  clock?: Clock
  beforeListening?: () => Promise<void>
}

/** Lambda with the services that functions call, behind the real gateway, with a clock that only tests move. */
export async function openPlace(options: PlaceOptions = {}): Promise<Place> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'herald-lambda-')))
  const collections = [
    ...lambdaCollections,
    ...kmsCollections,
    ...inboxCollections,
    ...sesCollections,
    ...snsCollections,
  ]
  const store = await openSqliteStore({ folder: options.durable ? join(folder, 'data') : undefined, collections })
  const start = Date.parse('2026-09-01T00:00:00Z')
  const clock = options.clock ?? createClock(() => start)
  const environment = { clock, random: systemRandomness }
  const vault = createVault(Buffer.alloc(32, 7))
  const credentials = createCredentials(environment)
  const inbox = createInbox({ store, vault, environment })
  const faults: unknown[] = []
  const lines: string[] = []
  let endpoint = ''
  const lambda = createLambda({
    store,
    vault,
    environment,
    inbox,
    credentials,
    endpoint: () => endpoint,
    region: REGION,
    accountId: ACCOUNT,
    workFolder: join(folder, 'functions'),
    onLog: (line) => lines.push(line),
    ...(options.concurrency ? { concurrency: options.concurrency } : {}),
    ...(options.queueLimit ? { queueLimit: options.queueLimit } : {}),
  })
  const gateway = createGateway({
    services: [
      lambda.service,
      createKms({ store, vault, environment }).service,
      createSts({ credentials }).service,
      createSns({ inbox, environment, store, vault, endpoint: () => endpoint, region: REGION, credentials }).service,
      ...Object.values(createSes({ inbox, environment, store })),
    ],
    region: REGION,
    accountId: ACCOUNT,
    lookupCaller: credentials.lookup,
    hosts: [],
    origins: undefined,
    loopback: true,
    endpoint: () => endpoint,
    random: systemRandomness,
    routes: lambda.routes,
    onFault: (error) => faults.push(error),
  })
  const server = createServer(gateway.handler)
  // As at a real start: what an earlier process left waits until there is an address to call home to.
  await lambda.ready
  await options.beforeListening?.()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const clients: LambdaClient[] = []
  function open(keys: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }, sourceArn?: string) {
    const made = new LambdaClient({ endpoint, region: REGION, credentials: keys, maxAttempts: 1 })
    if (sourceArn) {
      made.middlewareStack.add(
        (next) => (input) => {
          const { headers } = input.request as { headers: Record<string, string> }
          headers['x-amz-source-arn'] = sourceArn
          headers['x-amz-source-account'] = ACCOUNT
          return next(input)
        },
        { step: 'build', name: 'source' },
      )
    }
    clients.push(made)
    return made
  }
  const client = open({ accessKeyId: 'tester', secretAccessKey: 'x' })

  return {
    endpoint,
    folder,
    clock,
    store,
    inbox,
    lambda,
    client,
    faults,
    lines,
    asCognito: (sourceArn = POOL_ARN) =>
      open(credentials.issueForService({ service: 'cognito-idp.amazonaws.com' }), sourceArn),
    async create(name, files, more = {}) {
      const sources = typeof files === 'string' ? { 'index.js': files } : files
      await client.send(
        new CreateFunctionCommand({
          FunctionName: name,
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Role: ROLE,
          Code: { ZipFile: await zipOf(sources) },
          ...more,
        }),
      )
    },
    async call(name, event = {}) {
      const said = await client.send(
        new InvokeCommand({ FunctionName: name, LogType: 'Tail', Payload: Buffer.from(JSON.stringify(event)) }),
      )
      return {
        answer: JSON.parse(Buffer.from(said.Payload ?? []).toString()),
        error: said.FunctionError,
        log: Buffer.from(said.LogResult ?? '', 'base64').toString(),
        requestId: said.$metadata.requestId ?? '',
      }
    },
    async close({ keepFolder = false } = {}) {
      for (const made of clients) made.destroy()
      await lambda.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await store.close()
      if (!keepFolder) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A zip of these files, built in memory. */
export async function zipOf(files: Record<string, string | Buffer>, mode?: number): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(2026, 0, 1), ...(mode ? { mode } : {}) })
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Waits until `look` gives something, and says what it waited for when that takes too long. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const end = Date.now() + 20_000
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`This did not happen: ${what}`)
    await new Promise((done) => setTimeout(done, 10))
  }
}

/** Whether a process runs; one that has ended and waits to be buried does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch (error) {
    return (error as NodeJS.ErrnoException).path?.startsWith('/proc') === true && process.platform !== 'linux'
  }
}
