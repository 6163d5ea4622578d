// File descriptor 3 is held open by Herald. When Herald ends, however it ends, this process and those it started end too.
// A thread of its own watches, for the function's code may keep the main thread busy forever.
import { Worker } from 'node:worker_threads'

const WATCH = `
const { Socket } = require('node:net')
const end = () => {
  try { process.kill(-process.pid, 'SIGKILL') } catch {}
  process.kill(process.pid, 'SIGKILL')
}
try {
  const lifeline = new Socket({ fd: 3, readable: true, writable: false })
  lifeline.on('error', end)
  lifeline.on('close', end)
  lifeline.resume()
} catch {
  end()
}
`

export function startLifeline() {
  const watcher = new Worker(WATCH, {
    eval: true,
    env: {},
    execArgv: [],
    stdin: false,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  })
  watcher.unref()
}
