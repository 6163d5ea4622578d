import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunnableFunction } from '../runtime/invocation.ts'
import { type Launch, LaunchRefusal } from './launch.ts'

/**
 * Becomes the function's bootstrap. A foreign program does not watch whether Herald still runs, so a process beside it
 * does: it waits for the end of descriptor 3 and then ends the whole group.
 */
const BECOME = '((read -r _ <&3; kill -9 0) >/dev/null 2>&1 &); exec 3<&-; exec "$0"'

/** The executable `bootstrap` of the package, or of a layer. */
export async function launchProvided(runnable: RunnableFunction): Promise<Launch> {
  if (process.platform === 'win32') {
    throw new LaunchRefusal('Runtime.InvalidEntrypoint', `Runtime ${runnable.runtime} does not run on Windows.`)
  }
  const folders = [runnable.folder, ...(runnable.layersFolder === undefined ? [] : [runnable.layersFolder])]
  const bootstrap = await firstFile(folders.map((folder) => join(folder, 'bootstrap')))
  if (!bootstrap) {
    throw new LaunchRefusal(
      'Runtime.InvalidEntrypoint',
      "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]",
    )
  }
  const isExecutable = await access(bootstrap, constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!isExecutable) {
    throw new LaunchRefusal(
      'Runtime.InvalidEntrypoint',
      'fork/exec /var/task/bootstrap: permission denied (its entry in the zip has no execute permission)',
    )
  }
  return { command: '/bin/sh', arguments: ['-c', BECOME, bootstrap], variables: {} }
}

async function firstFile(paths: string[]): Promise<string | undefined> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile()) return path
  }
  return undefined
}
