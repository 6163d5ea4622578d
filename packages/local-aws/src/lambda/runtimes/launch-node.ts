import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RunnableFunction } from '../runtime/invocation.ts'
import type { Launch } from './launch.ts'

const BOOTSTRAP = fileURLToPath(new URL('../bootstrap/bootstrap.mjs', import.meta.url))

/** The Node that runs Herald runs the functions. */
export async function launchNode(runnable: RunnableFunction): Promise<Launch> {
  const heap = Math.max(32, Math.floor(runnable.memorySize * 0.9))
  const modules = modulesOfLayers(runnable)
  return {
    command: process.execPath,
    arguments: [`--max-old-space-size=${heap}`, BOOTSTRAP],
    variables: modules.length > 0 ? { NODE_PATH: modules.join(delimiter) } : {},
    bootstrap: { layers: runnable.layersFolder, modules },
    piped: true,
  }
}

/** Where layers keep modules, in the order in which AWS's NODE_PATH names the folders. */
function modulesOfLayers({ layersFolder, runtime }: RunnableFunction): string[] {
  if (layersFolder === undefined) return []
  const version = /^nodejs(\d+)/.exec(runtime)?.[1] ?? ''
  return [`node${version}`, '.']
    .map((folder) => join(layersFolder, 'nodejs', folder, 'node_modules'))
    .filter((folder) => existsSync(folder))
}
