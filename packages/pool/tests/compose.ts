import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { KMSClient } from '@aws-sdk/client-kms'
import { type Clock, createClock, type Environment, systemRandomness } from '@herald/environment'
import { createGateway, serverOptions } from '@herald/gateway'
import { createInbox, type Inbox, inboxCollections } from '@herald/inbox'
import { createKms, kmsCollections } from '@herald/local-aws/kms'
import { createCredentials } from '@herald/local-aws/sts'
import { createUserPools, type PoolLimits, poolCollections } from '@herald/pool'
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
  cognito(options?: { accessKeyId?: string; region?: string }): CognitoIdentityProviderClient
  kms(options?: { accessKeyId?: string; region?: string }): KMSClient
}

/**
 * User pools and KMS on a port of this machine, in memory, as `herald start` composes them but without functions and
 * providers: messages stay in the outbox, for nothing hands them over.
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
    ...(options.settings ? { settings: options.settings } : {}),
    onFault,
  })
  const kms = createKms({ store, vault, environment })
  const gateway = createGateway({
    services: [pool.service, kms.service],
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
  const reach = ({ accessKeyId = 'administrator', region: called = region } = {}) => ({
    endpoint: url,
    region: called,
    credentials: { accessKeyId, secretAccessKey: 'any' },
    maxAttempts: 1,
  })
  return {
    url,
    clock,
    store,
    inbox,
    cognito(calling) {
      const client = new CognitoIdentityProviderClient(reach(calling))
      opened.push(client)
      return client
    },
    kms(calling) {
      const client = new KMSClient(reach(calling))
      opened.push(client)
      return client
    },
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

/** Asserts with `assert.rejects` that AWS refuses: by exception, and words. */
export function refusal(name: string, message: string | RegExp) {
  return (error: Error): boolean => {
    const same = typeof message === 'string' ? error.message === message : message.test(error.message)
    if (error.name === name && same) return true
    throw new Error(`Expected ${name}: ${message}\nbut got ${error.name}: ${error.message}`, { cause: error })
  }
}
