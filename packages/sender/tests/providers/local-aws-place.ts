import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { createClock, systemRandomness } from '@herald/environment'
import { createGateway } from '@herald/gateway'
import { createInbox, type Inbox, inboxCollections } from '@herald/inbox'
import { createSes, sesCollections } from '@herald/local-aws/ses'
import { createSmsVoice } from '@herald/local-aws/sms-voice'
import { createSns, snsCollections } from '@herald/local-aws/sns'
import { createCredentials } from '@herald/local-aws/sts'
import { createVault, openSqliteStore } from '@herald/storage'

/** SES, SNS and End User Messaging behind the real gateway, with everything in memory: what is sent lies in the inbox. */
export async function openLocalAws(t: TestContext): Promise<{ url: string; inbox: Inbox }> {
  const environment = { clock: createClock(() => Date.parse('2026-03-01T12:00:00Z')), random: systemRandomness }
  const store = await openSqliteStore({
    folder: undefined,
    collections: [...inboxCollections, ...sesCollections, ...snsCollections],
  })
  const vault = createVault(Buffer.alloc(32, 7))
  const faults: unknown[] = []
  const onFault = (error: unknown) => void faults.push(error)
  const inbox = createInbox({ store, vault, environment, onTrouble: onFault })
  const credentials = createCredentials(environment)
  const region = 'eu-west-1'
  let url = ''
  const endpoint = () => url
  const sns = createSns({ inbox, environment, store, vault, endpoint, region, credentials })
  const gateway = createGateway({
    services: [
      ...Object.values(createSes({ inbox, environment, store })),
      sns.service,
      createSmsVoice({ inbox, environment }).service,
    ],
    region,
    accountId: '111122223333',
    lookupCaller: credentials.lookup,
    hosts: [],
    origins: undefined,
    loopback: true,
    endpoint,
    random: systemRandomness,
    routes: sns.routes,
    onFault,
  })
  const server = createServer(gateway.handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  t.after(async () => {
    await sns.close()
    inbox.close()
    server.closeAllConnections()
    server.close()
    await store.close()
    if (faults.length > 0) throw faults[0]
  })
  return { url, inbox }
}
