import { fileURLToPath } from 'node:url'
import type { RunnableFunction } from '../runtime/invocation.ts'
import { findPython, type Python } from './find-python.ts'
import { type Launch, type Launcher, LaunchRefusal } from './launch.ts'

const BOOTSTRAP = fileURLToPath(new URL('../bootstrap/bootstrap.py', import.meta.url))

/** The oldest Python that Herald's own bootstrap runs on. */
const OLDEST = 8

/**
 * One interpreter serves all Python runtimes: the `python3` on the PATH that Herald was started with. It is looked for
 * when it is needed first, and again as long as there is none.
 */
export function createPythonLauncher(path: string): Launcher & { check(runtime: string): Promise<void> } {
  let found: Promise<Python | undefined> | undefined

  async function pythonFor(runtime: string): Promise<Python> {
    found ??= findPython(path)
    const python = await found
    if (!python) {
      found = undefined
      throw new LaunchRefusal(
        'Runtime.InvalidEntrypoint',
        `Runtime ${runtime} needs python3 on the PATH that Herald was started with, and there is none.`,
      )
    }
    const needed = Math.max(OLDEST, minorOf(runtime))
    if (minorOf(python.version) < needed) {
      throw new LaunchRefusal(
        'Runtime.InvalidEntrypoint',
        `Runtime ${runtime} needs Python 3.${needed} or later on the machine that runs Herald; its python3 is ${python.version}.`,
      )
    }
    return python
  }

  async function launch(runnable: RunnableFunction): Promise<Launch> {
    const python = await pythonFor(runnable.runtime)
    return {
      command: python.executable,
      // UTF-8 whatever the machine's locale is, as on AWS; and nothing of what the machine runs at each start of Python,
      // which no function has asked for and which costs more time than the rest.
      arguments: ['-S', '-X', 'utf8', BOOTSTRAP],
      variables: {},
      bootstrap: { layers: runnable.layersFolder, sites: python.packageFolders },
    }
  }

  return Object.assign(launch, {
    async check(runtime: string) {
      await pythonFor(runtime)
    },
  })
}

/** 12 of `python3.12` and of `3.12.1`. */
function minorOf(text: string): number {
  return Number(/3\.(\d+)/.exec(text)?.[1] ?? 0)
}
