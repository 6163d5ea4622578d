/** Runs a handler as a container of Lambda's does: loaded once, then one invocation after the other. */
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

interface Invocation {
  event: unknown
  requestId: string
  remainingMs: number
}

// Each check has a container of its own, and all load the same modules.
enableCompileCache()
const { handler } = await import(workerData.file)
const flushed = (stream: NodeJS.WriteStream) => new Promise<void>((resolve) => stream.write('', () => resolve()))

parentPort!.on('message', async ({ event, requestId, remainingMs }: Invocation) => {
  const began = performance.now()
  const context = {
    awsRequestId: requestId,
    getRemainingTimeInMillis: () => remainingMs - (performance.now() - began),
  }
  let error: string | undefined
  try {
    await handler(event, context)
  } catch (thrown) {
    error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  }
  await Promise.all([flushed(process.stdout), flushed(process.stderr)])
  parentPort!.postMessage({ error })
})
