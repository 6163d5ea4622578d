import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { KMSClient } from '@aws-sdk/client-kms'
import { STSClient } from '@aws-sdk/client-sts'
import { type Clock, createClock, type Environment, systemRandomness } from '@herald/environment'
import { createGateway, serverOptions } from '@herald/gateway'
import { createInbox, type Inbox, inboxCollections } from '@herald/inbox'
import { createKms, kmsCollections } from '@herald/local-aws/kms'
import { createCredentials, createSts } from '@herald/local-aws/sts'
import { createUserPools, type PoolLimits, poolCollections, type UserPools } from '@herald/pool'
import { createVault, openSqliteStore, type Store } from '@herald/storage'

export const region = 'eu-west-1'
export const accountId = '123456789012'

export interface Pools extends AsyncDisposable {
  url: string
  /** Stands still until it is moved. */
  clock: Clock
  store: Store
  inbox: Inbox
  /** Real SDK clients that call as `accessKeyId`, the administrator by default. */
  cognito(options?: Calling): CognitoIdentityProviderClient
  kms(options?: Calling): KMSClient
  sts(options?: Calling): STSClient
  /** What `POST /_herald/risk` does. */
  setRisk: UserPools['setRisk']
  /** Starts what goes on in the background. Without it messages stay in the outbox. */
  start(): void
}

export interface Calling {
  accessKeyId?: string
  sessionToken?: string
  region?: string
}

/**
 * User pools and KMS on a port of this machine, in memory, as `herald start` composes them but without functions and
 * providers.
 */
export async function startPools(options: { settings?: Partial<PoolLimits> } = {}): Promise<Pools> {
  const clock = createClock(() => Date.UTC(2030, 0, 1))
  const environment: Environment = { clock, random: systemRandomness }
  const vault = createVault(systemRandomness.bytes(32))
  const store = await openSqliteStore({
    folder: undefined,
    collections: [...poolCollections, ...inboxCollections, ...kmsCollections],
  })
  let url = ''
  const faults: unknown[] = []
  const onFault = (error: unknown) => void faults.push(error)
  const inbox = createInbox({ store, vault, environment, onTrouble: onFault })
  const credentials = createCredentials(environment)
  const pool = createUserPools({
    store,
    vault,
    environment,
    inbox,
    endpoint: () => url,
    credentials: credentials.issueForService({ service: 'cognito-idp.amazonaws.com' }),
    onBehalfOf: (arn) => credentials.issueSession(arn, 60_000),
    ...(options.settings ? { settings: options.settings } : {}),
    onFault,
  })
  const kms = createKms({ store, vault, environment })
  const gateway = createGateway({
    services: [pool.service, kms.service, createSts({ credentials }).service],
    region,
    accountId,
    lookupCaller: credentials.lookup,
    hosts: [],
    origins: undefined,
    loopback: true,
    endpoint: () => url,
    random: environment.random,
    routes: pool.routes,
    onFault,
  })
  const server = createServer(serverOptions, gateway.handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await inbox.ready

  const opened: { destroy(): void }[] = []
  function reach<C extends { destroy(): void }>(Client: new (options: Reach) => C, calling: Calling = {}): C {
    const { accessKeyId = 'administrator', sessionToken, region: called = region } = calling
    const own = { accessKeyId, secretAccessKey: 'any', ...(sessionToken ? { sessionToken } : {}) }
    const client = new Client({ endpoint: url, region: called, credentials: own, maxAttempts: 1 })
    opened.push(client)
    return client
  }
  return {
    url,
    clock,
    store,
    inbox,
    cognito: (calling) => reach(CognitoIdentityProviderClient, calling),
    kms: (calling) => reach(KMSClient, calling),
    sts: (calling) => reach(STSClient, calling),
    setRisk: pool.setRisk,
    start: pool.start,
    async [Symbol.asyncDispose]() {
      for (const client of opened) client.destroy()
      server.close()
      server.closeAllConnections()
      await pool.close()
      await inbox.close()
      await store.close()
      if (faults.length > 0) throw new AggregateError(faults, 'Something failed that never should.')
    },
  }
}

interface Reach {
  endpoint: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
  maxAttempts: number
}

/** Asserts with `assert.rejects` that AWS refuses: by exception, and words. */
export function refusal(name: string, message: string | RegExp) {
  return (error: Error): boolean => {
    const same = typeof message === 'string' ? error.message === message : message.test(error.message)
    if (error.name === name && same) return true
    throw new Error(`Expected ${name}: ${message}\nbut got ${error.name}: ${error.message}`, { cause: error })
  }
}
