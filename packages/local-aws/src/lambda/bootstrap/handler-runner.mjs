// Runs one invocation after another: asynchronous handlers, and callbacks on the runtimes that still have them.
import { errorReport, invokeErrorLine } from './error-report.mjs'
import { createInvocationContext } from './invocation-context.mjs'

const NO_MORE_CALLBACKS =
  'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.'
const NEVER_SETTLED =
  'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes'

/** Called when the event loop has nothing left to do; emptied with each invocation. */
let whenQuiet = []
process.on('beforeExit', () => {
  const due = whenQuiet
  whenQuiet = []
  for (const action of due) action()
})

export function createHandlerRunner({ client, logs, runtime }) {
  const modern = Number(/^nodejs(\d+)\.x$/.exec(runtime)?.[1] ?? 0) >= 24
  let current
  let started = false

  async function answer(id, outcome) {
    current = undefined
    if ('error' in outcome) {
      const report = errorReport(outcome.error)
      logs.error('Invoke Error', invokeErrorLine(report))
      await client.fail(id, report)
      return
    }
    let text
    try {
      text = JSON.stringify(outcome.value) ?? 'null'
    } catch (cause) {
      return answer(id, {
        error: Object.assign(new Error('Unable to stringify response body', { cause }), {
          name: 'Runtime.MarshalError',
        }),
      })
    }
    await client.respond(id, text)
  }

  function invoke(handler, invocation) {
    return new Promise((resolve) => {
      let waits = true
      let settled = false
      const settle = (outcome) => {
        if (settled) return
        settled = true
        resolve(outcome)
      }
      /** Callback style: the answer goes out when the event loop is empty, unless the function says otherwise. */
      const called = (error, value) => {
        const outcome = error !== undefined && error !== null ? { error } : { value }
        if (waits) whenQuiet.push(() => settle(outcome))
        else settle(outcome)
      }
      const context = createInvocationContext(invocation, {
        modern,
        called,
        waits: () => waits,
        setWaits: (value) => {
          waits = value
        },
      })
      whenQuiet.push(() => {
        const lost = Object.assign(new Error(NEVER_SETTLED), { name: 'Runtime.NodeJsExit' })
        setImmediate(() => settle(modern ? { error: lost } : { value: null }))
      })
      try {
        const event = JSON.parse(invocation.body.toString('utf8'))
        const result = modern ? handler(event, context) : handler(event, context, called)
        if (typeof result?.then === 'function') {
          result.then(
            (value) => settle({ value }),
            (error) => settle({ error }),
          )
        } else if (modern) {
          settle({ value: result })
        }
      } catch (error) {
        settle({ error })
      }
    })
  }

  return {
    async run(handler) {
      if (modern && handler.length >= 3) {
        throw Object.assign(new Error(NO_MORE_CALLBACKS), { name: 'Runtime.CallbackHandlerDeprecated' })
      }
      started = true
      for (;;) {
        whenQuiet = []
        const invocation = await client.next()
        current = invocation.id
        logs.began(invocation.id)
        if (invocation.trace) process.env._X_AMZN_TRACE_ID = invocation.trace
        else delete process.env._X_AMZN_TRACE_ID
        const outcome = await invoke(handler, invocation)
        if (current === invocation.id) await answer(invocation.id, outcome)
      }
    },
    /** Reports what ends the process: as the answer of the running invocation, or as a failed start. */
    async fail(report) {
      const id = current
      current = undefined
      try {
        if (id) await client.fail(id, report)
        else if (!started) await client.failInit(report)
      } catch {
        // Herald is gone; the process ends either way.
      }
    },
  }
}
