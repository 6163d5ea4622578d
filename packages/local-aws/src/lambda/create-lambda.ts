import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Operation, Service } from '@herald/protocol'
import { createCodeStore } from './code/code-store.ts'
import { createDownloads } from './code/downloads.ts'
import { createSharedArchives } from './code/shared-archives.ts'
import { createDispatcher } from './events/dispatcher.ts'
import { createEventQueue } from './events/event-queue.ts'
import type { LambdaOptions, LambdaRoute } from './lambda-options.ts'
import type { LambdaParts } from './lambda-parts.ts'
import { dropDeletedLayers } from './layers/stored-layers.ts'
import { type Mount, mountFolder } from './mounted/mount.ts'
import { lambdaOperations } from './operations/index.ts'
import { createLogBook } from './runtime/log-book.ts'
import { createSandboxes } from './runtime/sandboxes.ts'
import { createRuntimes } from './runtimes/runtimes.ts'
import { isCodeUsed } from './stored-functions.ts'

/** AWS Lambda, here. */
export interface Lambda {
  readonly service: Service
  /** Downloads of packages, for GetFunction's links. */
  readonly routes: readonly LambdaRoute[]
  /** Resolves when the events and files of an earlier process are taken over; rejects when that fails. */
  readonly ready: Promise<void>
  mount(mount: Mount): Promise<{ functionArn: string; close(): void }>
  /** What an invocation logged, by its request id. Kept in memory, for the latest thousand invocations. */
  logs(requestId: string): readonly string[]
  /** Ends every sandbox. Events that run then are run again at the next start. */
  close(): Promise<void>
}

/** Runs functions in child processes, and queues their events durably. */
export function createLambda(options: LambdaOptions): Lambda {
  const { environment, store, vault } = options
  const workFolder = resolve(options.workFolder)
  const sandboxFolder = join(workFolder, 'sandboxes')
  const shared = options.soleOwner === false ? createSharedArchives(store, environment.clock) : undefined
  const code = createCodeStore(workFolder, environment.random, shared)
  const logs = createLogBook(options.onLog)
  const queue = createEventQueue(options)
  const runtimes = createRuntimes(process.env.PATH ?? '')
  const watchers = new Set<{ close(): void }>()
  let sequence = 0
  let isClosed = false

  const sandboxParts = {
    environment,
    credentials: options.credentials,
    endpoint: options.endpoint,
    certificateFile: options.certificateFile,
    sandboxFolder,
    logs,
    runtimes,
  }
  const parts: LambdaParts = {
    ...options,
    code,
    downloads: createDownloads(vault, environment.clock, code),
    queue,
    logs,
    runtimes,
    sandboxes: createSandboxes(sandboxParts, options.concurrency, () => {
      if (queue.lanes().length > 0) dispatcher.wake()
    }),
    reloads: new Map(),
    nextSequence: () => ++sequence,
    isClosed: () => isClosed,
    opened: open(),
  }
  const dispatcher = createDispatcher(parts, (cause) => {
    options.onLog?.(`[herald] The event queue waits a moment: ${cause instanceof Error ? cause.name : 'unknown'}`)
  })

  async function open(): Promise<void> {
    await rm(sandboxFolder, { recursive: true, force: true })
    await mkdir(sandboxFolder, { recursive: true, mode: 0o700 })
    await dropDeletedLayers({ store })
    await code.sweep((hash) => isCodeUsed({ store }, hash))
    await queue.open()
  }

  parts.opened.then(
    () => dispatcher.wake(),
    () => {},
  )

  return {
    service: { name: 'lambda', operations: afterOpening(parts.opened, lambdaOperations(parts)) },
    routes: [parts.downloads.route],
    ready: parts.opened,
    async mount(mount) {
      await parts.opened
      return mountFolder(parts, mount, watchers)
    },
    logs: (requestId) => logs.of(requestId),
    async close() {
      isClosed = true
      for (const watcher of watchers) watcher.close()
      await parts.opened.catch(() => {})
      await dispatcher.close()
      await parts.sandboxes.close()
    },
  }
}

/** No operation may meet the clearing up of what an earlier process left. */
function afterOpening(opened: Promise<void>, operations: Record<string, Operation>): Record<string, Operation> {
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]): [string, Operation] => [
      name,
      async (call, input) => {
        await opened
        return operation(call, input)
      },
    ]),
  )
}
