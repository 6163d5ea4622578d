import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before } from 'node:test'
import { CreateKeyCommand, type CreateKeyCommandInput, KMSClient } from '@aws-sdk/client-kms'
import { type Clock, createClock, systemRandomness } from '@herald/environment'
import { createGateway } from '@herald/gateway'
import { createKms, kmsCollections, type LocalKms } from '@herald/local-aws/kms'
import { type Credentials, createCredentials, createSts, sessionArn } from '@herald/local-aws/sts'
import { createVault, openSqliteStore, type Store } from '@herald/storage'

export const ACCOUNT = '111122223333'
export const REGION = 'eu-west-1'
export const POOL = 'eu-west-1_AbCdEfGhI'
export const POOL_ARN = `arn:aws:cognito-idp:${REGION}:${ACCOUNT}:userpool/${POOL}`
export const DAY = 86_400_000

export interface Place {
  readonly endpoint: string
  readonly clock: Clock
  readonly store: Store
  readonly kms: LocalKms
  readonly credentials: Credentials
  /** A client whose access key is `name`. */
  as(name: string, region?: string): KMSClient
  /** A client of a session of this role, whatever account it is of. */
  asRole(roleArn: string): KMSClient
  /** A client of a function with this role. */
  asFunction(roleArn: string): KMSClient
  /** A client of Cognito, acting for `sourceArn`. */
  asCognito(sourceArn?: string): KMSClient
  readonly faults: unknown[]
  close(): Promise<void>
}

/** KMS and STS behind the real gateway on a free port, with everything in memory and a clock that stands still. */
export async function openPlace(): Promise<Place> {
  const store = await openSqliteStore({ folder: undefined, collections: [...kmsCollections] })
  const start = Date.parse('2026-09-01T00:00:00Z')
  const clock = createClock(() => start)
  const environment = { clock, random: systemRandomness }
  const kms = createKms({ store, vault: createVault(Buffer.alloc(32, 7)), environment })
  const credentials = createCredentials(environment)
  const faults: unknown[] = []
  let endpoint = ''
  const gateway = createGateway({
    services: [kms.service, createSts({ credentials }).service],
    region: REGION,
    accountId: ACCOUNT,
    lookupCaller: credentials.lookup,
    hosts: [],
    origins: undefined,
    loopback: true,
    endpoint: () => endpoint,
    random: systemRandomness,
    routes: [],
    onFault: (error) => faults.push(error),
  })
  const server = createServer(gateway.handler)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const clients: KMSClient[] = []
  function client(keys: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }, region = REGION) {
    const made = new KMSClient({ endpoint, region, credentials: keys, maxAttempts: 1 })
    clients.push(made)
    return made
  }

  return {
    endpoint,
    clock,
    store,
    kms,
    credentials,
    faults,
    as: (name, region) => client({ accessKeyId: name, secretAccessKey: 'any' }, region),
    asRole: (roleArn) => client(credentials.issueSession(sessionArn(roleArn, 'me'), DAY)),
    asFunction(roleArn) {
      return client(
        credentials.issueForFunction({
          roleArn,
          functionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:mail`,
          functionName: 'mail',
          sandboxId: 'sandbox-1',
          currentTraceId: () => undefined,
        }),
      )
    },
    asCognito(sourceArn) {
      const made = client(credentials.issueForService({ service: 'cognito-idp.amazonaws.com' }))
      made.middlewareStack.add(
        (next) => (args) => {
          const { headers } = args.request as { headers: Record<string, string> }
          if (sourceArn) headers['x-amz-source-arn'] = sourceArn
          headers['x-amz-source-account'] = ACCOUNT
          return next(args)
        },
        { step: 'build' },
      )
      return made
    },
    async close() {
      for (const made of clients) made.destroy()
      await kms.stop()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await store.close()
    },
  }
}

/** What all tests of a file share: a place, and alice, whose keys they are. */
export interface SharedPlace {
  place: Place
  alice: KMSClient
  /** @returns the ARN of a new key of alice's. */
  newKey(input?: CreateKeyCommandInput): Promise<string>
}

/** Opens a place before the tests of this file; after them it must have no fault to tell of. */
export function sharePlace(): SharedPlace {
  const shared = {
    async newKey(input = {}) {
      return (await shared.alice.send(new CreateKeyCommand(input))).KeyMetadata!.Arn!
    },
  } as SharedPlace
  before(async () => {
    shared.place = await openPlace()
    shared.alice = shared.place.as('alice')
  })
  after(async () => {
    await shared.place.close()
    assert.deepEqual(shared.place.faults, [])
  })
  return shared
}
