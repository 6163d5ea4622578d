import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { functions } from '../collections.ts'
import { sealVariables } from '../function-environment.ts'
import { type FunctionRecord, functionArn, functionKey } from '../function-record.ts'
import { loggingOf } from '../function-settings.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { keyOf, loadRunnable } from '../stored-functions.ts'
import { watchFolder } from './watch-folder.ts'

/** A folder on disk that is to be served as a function. */
export interface Mount {
  functionName: string
  folder: string
  /** `index.handler`; TypeScript files may be named as well. */
  handler: string
  /** Default `nodejs22.x`, the last one that knows callbacks. */
  runtime?: string
  /** Seconds, default 30. */
  timeout?: number
  /** Megabytes, default 512. */
  memorySize?: number
  environment?: Record<string, string>
  roleArn?: string
}

/**
 * Serves a folder as a function, in place: it is created or, where the name is taken, changed; its policy and settings
 * stay. The function stays after `close`, which only ends the watching.
 * @throws {Error} when there is no such folder
 */
export async function mountFolder(
  parts: LambdaParts,
  mount: Mount,
  watchers: Set<{ close(): void }>,
): Promise<{ functionArn: string; close(): void }> {
  const folder = resolve(mount.folder)
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory()) throw new Error(`There is no folder ${folder} to mount as function ${mount.functionName}.`)
  const place = { accountId: parts.accountId, region: parts.region, name: mount.functionName }
  const { random, clock } = parts.environment
  const variables = sealVariables(parts.vault, place, { Variables: mount.environment ?? {} })
  await parts.store.transaction(async (tx) => {
    const before: FunctionRecord | undefined = await tx.get(functions, keyOf(place))
    const { environment: _environment, ...kept } = before ?? {}
    tx.put(functions, keyOf(place), {
      description: '',
      ephemeralStorage: 512,
      architecture: process.arch === 'arm64' ? 'arm64' : 'x86_64',
      tracing: 'PassThrough',
      logging: loggingOf(mount.functionName, undefined),
      statements: [],
      tags: {},
      ...kept,
      ...place,
      runtime: mount.runtime ?? 'nodejs22.x',
      handler: mount.handler,
      role: mount.roleArn ?? `arn:aws:iam::${parts.accountId}:role/${mount.functionName}`,
      timeout: mount.timeout ?? 30,
      memorySize: mount.memorySize ?? 512,
      ...(variables === undefined ? {} : { environment: variables }),
      codeHash: '',
      codeSize: 0,
      folder,
      lastModified: clock.now(),
      revisionId: random.uuid(),
      deployment: random.uuid(),
    })
  })
  const renew = async () => {
    const loaded = await loadRunnable(parts, place)
    if (loaded) await parts.sandboxes.renew(loaded.runnable)
  }
  void renew().catch(() => {})
  const watcher = watchFolder(folder, () => {
    const key = functionKey(place)
    parts.reloads.set(key, (parts.reloads.get(key) ?? 0) + 1)
    renew().catch(() => {})
  })
  watchers.add(watcher)
  return {
    functionArn: functionArn(place),
    close() {
      watcher.close()
      watchers.delete(watcher)
    },
  }
}
