import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { type Clock, createClock, systemRandomness } from '@herald/environment'
import {
  createInbox,
  createInboxApi,
  type Delivery,
  inboxCollections,
  type Message,
  newTraceRoot,
  type OpenInbox,
  type QueuedMessage,
} from '@herald/inbox'
import { createVault, openSqliteStore, type Store } from '@herald/storage'

export const START = Date.parse('2026-09-01T12:00:00Z')

export interface Place {
  inbox: OpenInbox
  store: Store
  clock: Clock
  /** Enters a pool's message and resolves with its id. */
  queue(message?: Partial<QueuedMessage>): Promise<string>
  deliver(delivery: Partial<Delivery>): Promise<string>
  /** Resolves with the next message that is told of and fits; registered before `action` runs. */
  /** Resolves once so many have subscribed. */
  listeners(count: number): Promise<void>
  told(fits: (message: Message) => boolean, action: () => unknown): Promise<Message>
}

export interface PlaceOptions {
  folder?: string
  retention?: { messages?: number; days?: number; attachmentBytes?: number }
  /** The time at which it opens; `START` unless given. */
  at?: number
  /** Fails the test unless given. */
  onTrouble?: (error: unknown) => void
}

const ROOT_KEY = Buffer.alloc(32, 7)

/** An inbox over a store of its own; time stands still until it is moved. */
export async function openPlace(t: TestContext, options: PlaceOptions = {}): Promise<Place> {
  const clock = createClock(() => options.at ?? START)
  const environment = { clock, random: systemRandomness }
  const store = await openSqliteStore({ folder: options.folder, collections: inboxCollections })
  const trouble: unknown[] = []
  const inbox = createInbox({
    store,
    vault: createVault(ROOT_KEY),
    environment,
    onTrouble: options.onTrouble ?? ((error) => trouble.push(error)),
    ...(options.retention && { retention: options.retention }),
  })
  await inbox.ready
  t.after(async () => {
    inbox.close()
    await store.close()
    if (trouble.length > 0) throw trouble[0]
  })
  let subscribed = 0
  let heard = () => {}
  return {
    inbox: {
      ...inbox,
      subscribe(listener) {
        subscribed++
        heard()
        return inbox.subscribe(listener)
      },
    },
    async listeners(count) {
      while (subscribed < count)
        await new Promise<void>((resolve) => {
          heard = resolve
        })
    },
    store,
    clock,
    async queue(message = {}) {
      const id = message.id ?? newTraceRoot(environment)
      const trigger = {
        source: 'CustomEmailSender_SignUp',
        userPoolId: 'eu-west-1_A',
        userName: 'jane',
        clientId: 'c1',
      }
      const steps = [{ stage: 'queued', outcome: 'ok' }]
      const entered: QueuedMessage = {
        channel: 'email',
        to: 'jane@example.com',
        secret: '123456',
        trigger,
        steps,
        ...message,
        id,
      }
      await store.transaction((tx) => inbox.queued(tx, entered))
      return id
    },
    deliver: (delivery) =>
      inbox.captured({ channel: 'email', provider: 'SES v2 SendEmail', to: 'jane@example.com', ...delivery }),
    told(fits, action) {
      return new Promise((resolve, reject) => {
        const stop = inbox.subscribe((message) => {
          if (!fits(message)) return
          stop()
          resolve(message)
        })
        Promise.resolve(action()).catch(reject)
      })
    },
  }
}

/** The API of an inbox on a port of its own. */
export async function serveApi(t: TestContext, place: Place, clockControl = true): Promise<string> {
  const environment = { clock: place.clock, random: systemRandomness }
  const [route] = createInboxApi({
    inbox: place.inbox,
    environment,
    version: '1.2.3',
    clockControl,
    setRisk: async () => {},
  })
  const server = createServer((req, res) => {
    void route?.handler(req, res, new URL(req.url ?? '/', 'http://127.0.0.1')).catch(() => {
      if (!res.headersSent) res.writeHead(500)
      res.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/_herald`
}
