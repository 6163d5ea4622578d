import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { consoleRoutes } from '@herald/console'
import { createClock, type Environment, systemRandomness } from '@herald/environment'
import { createInbox, createInboxApi, inboxCollections, type OpenInbox } from '@herald/inbox'
import { createVault, openSqliteStore, type Store } from '@herald/storage'

export interface PageServer {
  address: string
  inbox: OpenInbox
  store: Store
  environment: Environment
  /** Breaks every connection; new ones are taken. */
  cut(): void
  close(): Promise<void>
}

/** The page and the inbox behind it on a port of their own, with nothing on disk. */
export async function startPageServer(): Promise<PageServer> {
  const environment = { clock: createClock(), random: systemRandomness }
  const store = await openSqliteStore({ folder: undefined, collections: inboxCollections })
  const inbox = createInbox({ store, vault: createVault(environment.random.bytes(32)), environment })
  const routes = [
    ...consoleRoutes(),
    ...createInboxApi({ inbox, environment, version: '0.0.0-test', clockControl: true }),
  ]
  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', 'http://127.0.0.1')
    const fits = (path: string | RegExp) =>
      typeof path === 'string' ? url.pathname.startsWith(path) : path.test(url.pathname)
    const route = routes.find(({ path, methods }) => fits(path) && methods.includes(req.method ?? ''))
    if (route) void route.handler(req, res, url)
    else res.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inbox,
    store,
    environment,
    cut: () => server.closeAllConnections(),
    async close() {
      inbox.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
    },
  }
}
