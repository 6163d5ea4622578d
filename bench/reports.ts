import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** Hears from the bench's sender which user's code it has decrypted. */
export interface Reports {
  url: string
  /** When the code of a user was in the handler (`performance.now()`); waits for it. */
  of(userName: string): Promise<number>
  count(): number
  /** Resolves once so many have come. */
  reached(count: number): Promise<void>
  close(): void
}

export async function startReports(): Promise<Reports> {
  const waiting = new Map<string, (at: number) => void>()
  const come = new Map<string, number>()
  const goals: { count: number; resolve: () => void }[] = []
  let total = 0
  const connections = new Set<Socket>()
  const server = createServer((connection) => {
    connections.add(connection)
    connection.on('close', () => connections.delete(connection))
    connection.on('error', () => {})
    createInterface({ input: connection }).on('line', hear)
  })
  function hear(userName: string): void {
    const at = performance.now()
    total++
    const resolve = waiting.get(userName)
    if (resolve) {
      waiting.delete(userName)
      resolve(at)
    } else {
      come.set(userName, at)
    }
    for (const goal of goals) if (total >= goal.count) goal.resolve()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    of(userName) {
      const at = come.get(userName)
      come.delete(userName)
      if (at !== undefined) return Promise.resolve(at)
      return new Promise((resolve) => waiting.set(userName, resolve))
    },
    count: () => total,
    reached: (count) => new Promise((resolve) => (total >= count ? resolve() : void goals.push({ count, resolve }))),
    close() {
      server.close()
      for (const connection of connections) connection.destroy()
    },
  }
}
