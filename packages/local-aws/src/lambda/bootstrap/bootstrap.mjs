// The process that runs a function, as AWS's Node runtime does. It is started with a clean environment; what only Herald needs
// to say comes in HERALD_SANDBOX and is gone before the function's code is loaded.
import { enableCompileCache, flushCompileCache } from 'node:module'
import { installConsole } from './console-lines.mjs'
import { errorReport, invokeErrorLine } from './error-report.mjs'
import { createHandlerRunner } from './handler-runner.mjs'
import { startLifeline } from './lifeline.mjs'
import { loadHandler } from './load-handler.mjs'
import { memoryInUse } from './memory-in-use.mjs'
import { keepModulesAtHome } from './module-home.mjs'
import { openRuntimePipe } from './runtime-pipe.mjs'
import { turnHome } from './turn-home.mjs'

const sandbox = JSON.parse(process.env.HERALD_SANDBOX)
delete process.env.HERALD_SANDBOX

// The next sandbox of the same code starts in half the time. Kept once the first invocation should be under way, for the end comes
// without warning.
const KEEP_COMPILED_AFTER = 500
enableCompileCache(sandbox.compiled)
setTimeout(flushCompileCache, KEEP_COMPILED_AFTER).unref()

startLifeline()
turnHome(sandbox.endpoint)
keepModulesAtHome({ ...sandbox, root: process.env.LAMBDA_TASK_ROOT })
const logs = installConsole()
const client = openRuntimePipe({ written: logs.written, memory: memoryInUse })

const runner = createHandlerRunner({ client, logs, runtime: sandbox.runtime })

function stopWith(kind, exitCode) {
  return async (cause) => {
    const report = errorReport(kind(cause))
    logs.error(kind === wrapRejection ? 'Unhandled Promise Rejection' : 'Uncaught Exception', invokeErrorLine(report))
    await runner.fail(report)
    process.exit(exitCode)
  }
}

function wrapRejection(reason) {
  const error = new Error(reason instanceof Error ? reason.toString() : String(reason))
  error.name = 'Runtime.UnhandledPromiseRejection'
  if (reason instanceof Error && reason.stack) error.stack = `${error.name}: ${error.message}\n${reason.stack}`
  return error
}

process.on(
  'uncaughtException',
  stopWith((error) => error, 129),
)
process.on('unhandledRejection', stopWith(wrapRejection, 128))

try {
  const handler = await loadHandler(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER, sandbox)
  await runner.run(handler)
} catch (error) {
  const report = errorReport(error)
  logs.error('Uncaught Exception', invokeErrorLine(report))
  await runner.fail(report)
  process.exit(1)
}
