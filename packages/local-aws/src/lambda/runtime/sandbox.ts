import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Environment } from '@herald/environment'
import type { Credentials } from '../../sts/credentials.ts'
import { LaunchRefusal } from '../runtimes/launch.ts'
import { runtimeFamily } from '../runtimes/runtime-family.ts'
import type { Runtimes } from '../runtimes/runtimes.ts'
import { errorTypeOf, type Invocation, type Outcome, type RunnableFunction, runtimeFailure } from './invocation.ts'
import { createInvocationLog, type OutputEnd } from './invocation-log.ts'
import type { LogBook } from './log-book.ts'
import {
  openRuntimeApi,
  RESPONSE_LIMIT,
  type RuntimeApi,
  type RuntimeChannel,
  type RuntimeEvents,
} from './runtime-api.ts'
import { openRuntimePipe } from './runtime-pipe.ts'
import { sandboxEnvironment } from './sandbox-environment.ts'
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts'

/** AWS gives a function ten seconds to start, then starts it again within the time of the invocation. Milliseconds. */
const START_LIMIT = 10_000

export interface SandboxParts {
  environment: Environment
  credentials: Pick<Credentials, 'issueForFunction'>
  endpoint: () => string
  certificateFile: (() => string | undefined) | undefined
  /** Folders of sandboxes are made in here. */
  sandboxFolder: string
  logs: LogBook
  runtimes: Pick<Runtimes, 'launch'>
}

/** One process that runs one function, one invocation at a time. */
export interface Sandbox {
  readonly id: string
  readonly deployment: string
  /** Rejects with a `StartFailure` when the function does not start. */
  readonly ready: Promise<void>
  /** The sandbox must be ready and idle. `released` is called when it may take the next one; never after it ended. */
  invoke(invocation: Invocation, timeout: number, released: () => void): Promise<Outcome>
  /** Kills it; resolves when it has ended and its folder is gone. */
  end(): Promise<void>
  /** Resolves when it has ended, however that came. */
  readonly ended: Promise<void>
}

/** The function did not start. `outcome` is what an invocation answers. */
export class StartFailure extends Error {
  override name = 'StartFailure'
  readonly outcome: (requestId: string) => Outcome

  constructor(outcome: (requestId: string) => Outcome) {
    super('The function did not start.')
    this.outcome = outcome
  }
}

interface Running {
  invocation: Invocation
  released: () => void
  settle: (outcome: Outcome) => void
  /** Resolves when its log is complete. */
  reported: Promise<void>
  /** Runs until the process asks for the next invocation: work it left behind must not hold the sandbox forever. */
  timer: NodeJS.Timeout
}

export function createSandbox(runnable: RunnableFunction, parts: SandboxParts): Sandbox {
  const { random } = parts.environment
  const id = random.uuid()
  const token = random.bytes(24).toString('base64url')
  const folder = join(parts.sandboxFolder, id)
  const log = createInvocationLog(
    parts.logs,
    runnable,
    id,
    outputEnd(runnable.runtime, () => child?.memory() ?? 0),
  )
  const starting = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  starting.promise.catch(() => {})

  let api: RuntimeApi | undefined
  let channel: RuntimeChannel | undefined
  let child: SandboxProcess | undefined
  let running: Running | undefined
  let traceHeader: string | undefined
  let killed = false
  let isReady = false
  let timedOut = false
  const startedAt = performance.now()

  const credentials = parts.credentials.issueForFunction({
    roleArn: runnable.roleArn,
    functionArn: runnable.arn,
    functionName: runnable.name,
    sandboxId: id,
    currentTraceId: () => traceHeader,
  })

  function settle(outcome: Outcome): void {
    running?.settle(outcome)
  }

  const startTimer = setTimeout(
    () => {
      timedOut = true
      child?.kill()
    },
    START_LIMIT + runnable.timeout * 1000,
  )

  async function start(): Promise<void> {
    await mkdir(join(folder, 'home'), { recursive: true, mode: 0o700 })
    await mkdir(join(folder, 'tmp'), { mode: 0o700 })
    const launch = await parts.runtimes.launch(runnable)
    const events: RuntimeEvents = {
      used: log.ended,
      ready() {
        clearTimeout(startTimer)
        log.started(performance.now() - startedAt)
        isReady = true
        starting.resolve()
        const last = running
        clearTimeout(last?.timer)
        running = undefined
        traceHeader = undefined
        // A runtime that asks for more without having answered has lost the invocation; without effect on one that answered.
        if (last)
          last.settle(runtimeFailure(last.invocation.requestId, 'Runtime.Unknown', 'Runtime did not answer', false))
        // What the last invocation wrote is read first, or it would count as the next one's.
        if (last) void last.reported.then(last.released)
      },
      answered(requestId, body) {
        if (requestId !== running?.invocation.requestId) return
        if (body) return settle({ ok: true, payload: body })
        const errorType = 'Function.ResponseSizeTooLarge'
        const errorMessage = `Response payload size exceeded maximum allowed payload size (${RESPONSE_LIMIT} bytes).`
        settle({
          ok: false,
          errorType,
          timedOut: false,
          payload: Buffer.from(JSON.stringify({ errorType, errorMessage })),
        })
      },
      failed(requestId, report) {
        if (requestId !== running?.invocation.requestId) return
        settle({ ok: false, payload: report, errorType: errorTypeOf(report), timedOut: false })
      },
      initFailed(report) {
        const outcome: Outcome = { ok: false, payload: report, errorType: errorTypeOf(report), timedOut: false }
        void log.complete('init').then(() => failStart(() => outcome))
      },
    }
    // Where invocations go over a pipe this is there for its address alone, which functions are told on AWS too.
    api = await openRuntimeApi(launch.bootstrap ? { token } : { random }, events)
    if (killed) return
    const place = {
      endpoint: parts.endpoint(),
      certificateFile: parts.certificateFile?.(),
      runtimeApi: api.address,
      token,
      folder,
      bootstrapFolder: fileURLToPath(new URL('../bootstrap', import.meta.url)),
      compiledFolder: join(parts.sandboxFolder, 'compiled'),
      logStream: log.stream,
      credentials,
    }
    child = startSandboxProcess(launch, runnable.folder, sandboxEnvironment(runnable, place, launch), token, log)
    channel = child.pipe ? openRuntimePipe(child.pipe, events, child.kill) : api
    const how = await child.ended
    finished(how)
  }

  /** Says how the process ended to whoever waits for it. */
  function finished(how: string): void {
    const sentence = timedOut
      ? `Task timed out after ${runnable.timeout.toFixed(2)} seconds`
      : how === ''
        ? 'Runtime exited without providing a reason'
        : `Runtime exited with error: ${how}`
    const type = timedOut ? 'Sandbox.Timedout' : 'Runtime.ExitError'
    const outcome = (requestId: string) => runtimeFailure(requestId, type, sentence, timedOut)
    const cutShort = running !== undefined || !isReady
    log.exited(cutShort && !timedOut ? sentence : undefined)
    clearTimeout(running?.timer)
    failStart(outcome)
    if (running) settle(outcome(running.invocation.requestId))
  }

  function failStart(outcome: (requestId: string) => Outcome): void {
    const failure = new StartFailure((requestId) => {
      const result = outcome(requestId)
      log.began(requestId)
      log.reported(requestId, performance.now() - startedAt, result)
      return result
    })
    starting.reject(failure)
  }

  start()
    .catch((cause: unknown) => {
      if (cause instanceof LaunchRefusal) {
        log.exited(cause.message)
        return failStart((requestId) => runtimeFailure(requestId, cause.errorType, cause.message))
      }
      const code = (cause as NodeJS.ErrnoException).code ?? 'unknown'
      failStart((requestId) => runtimeFailure(requestId, 'Runtime.ExitError', `The sandbox did not start: ${code}`))
    })
    .then(async () => {
      clearTimeout(startTimer)
      failStart((requestId) => runtimeFailure(requestId, 'Runtime.ExitError', 'The sandbox was ended'))
      credentials.revoke()
      api?.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
      ended.resolve()
    })

  return {
    id,
    deployment: runnable.deployment,
    ready: starting.promise,
    ended: ended.promise,
    invoke(invocation, timeout, released) {
      return new Promise((resolve) => {
        const began = performance.now()
        traceHeader = invocation.traceHeader
        log.began(invocation.requestId)
        let isSettled = false
        const reported = Promise.withResolvers<void>()
        running = {
          invocation,
          released,
          reported: reported.promise,
          timer: setTimeout(() => {
            timedOut = true
            child?.kill()
          }, timeout * 1000),
          settle(outcome) {
            if (isSettled) return
            isSettled = true
            const took = performance.now() - began
            void log.complete(invocation.requestId).then(() => {
              log.reported(invocation.requestId, took, outcome)
              reported.resolve()
              resolve(outcome)
            })
          },
        }
        channel?.give(invocation, Date.now() + timeout * 1000)
      })
    },
    end() {
      killed = true
      child?.kill()
      return ended.promise
    },
  }
}

function outputEnd(runtime: string, memory: () => number): OutputEnd {
  const family = runtimeFamily(runtime)
  if (family === 'provided') return { by: 'grace', memory }
  return { by: family === 'nodejs' ? 'turn' : 'marks' }
}
