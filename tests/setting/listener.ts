import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

/** A place outside of Herald that functions report to, as they would to a provider. */
export interface Listener<T> {
  url: string
  /** What was posted so far, in order. */
  received: T[]
  /** Resolves once `enough` is true; it is asked again after each report. */
  until(enough: (received: T[]) => boolean, within?: number): Promise<void>
}

/** Takes JSON by POST, and answers how many reports there were so far (`x-count`). */
export async function createListener<T>(t: Pick<TestContext, 'after'>): Promise<Listener<T>> {
  const received: T[] = []
  const waiting = new Set<() => void>()
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    received.push(JSON.parse(text) as T)
    for (const look of waiting) look()
    response.writeHead(204, { 'x-count': String(received.length) }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    until(enough, within = 60_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`Not reported within ${within} ms.`)), within)
        const look = () => {
          if (!enough(received)) return
          waiting.delete(look)
          clearTimeout(timer)
          resolve()
        }
        waiting.add(look)
        look()
      })
    },
  }
}
