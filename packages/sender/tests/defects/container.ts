import { once } from 'node:events'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { Worker } from 'node:worker_threads'

/** How an invocation ended, as Lambda sees it. */
export type Ended = { error?: string } | 'timed out'

export interface Container {
  /** @param remainingMs after which Lambda stops it. */
  invoke(event: unknown, how?: { requestId?: string; remainingMs?: number }): Promise<Ended>
  /** All that the handler has written. */
  logs(): string
}

/** A container with one handler, loaded from a file, with nothing in its environment but this. It ends with the test. */
export function openContainer(t: TestContext, file: string, env: Record<string, string>): Container {
  const url = join(import.meta.dirname, 'container-thread.ts')
  const worker = new Worker(url, { workerData: { file }, env, stdout: true, stderr: true })
  let written = ''
  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (chunk) => (written += chunk))
  t.after(() => worker.terminate())
  let requests = 0
  return {
    logs: () => written,
    async invoke(event, { requestId = `request-${++requests}`, remainingMs = 30_000 } = {}) {
      worker.postMessage({ event, requestId, remainingMs })
      const stop = new AbortController()
      const timer = setTimeout(() => stop.abort(), remainingMs)
      try {
        const [ended] = await once(worker, 'message', { signal: stop.signal })
        return ended as Ended
      } catch (error) {
        if (!stop.signal.aborted) throw error
        return 'timed out'
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
