import { refusals } from '../refusals.ts'
import { type Launcher, LaunchRefusal } from './launch.ts'
import { launchNode } from './launch-node.ts'
import { launchProvided } from './launch-provided.ts'
import { createPythonLauncher } from './launch-python.ts'
import { runtimeFamily } from './runtime-family.ts'

/** The runtimes that this machine can run. */
export interface Runtimes {
  /**
   * Refuses, by name, a runtime that is not built or that this machine cannot run.
   * @throws {ServiceError} InvalidParameterValueException
   */
  check(runtime: string): Promise<void>
  launch: Launcher
}

/** @param path where interpreters are looked for, as the variable PATH holds it */
export function createRuntimes(path: string): Runtimes {
  const launchPython = createPythonLauncher(path)
  return {
    async check(runtime) {
      const family = runtimeFamily(runtime)
      if (!family) throw refusals.notBuilt(`Runtime ${runtime}`)
      if (family === 'provided' && process.platform === 'win32')
        throw refusals.notBuilt(`Runtime ${runtime} on Windows`)
      if (family !== 'python') return
      await launchPython.check(runtime).catch((error: unknown) => {
        throw error instanceof LaunchRefusal ? refusals.invalid(error.message) : error
      })
    },
    async launch(runnable) {
      const family = runtimeFamily(runnable.runtime)
      if (family === 'python') return launchPython(runnable)
      return family === 'provided' ? launchProvided(runnable) : launchNode(runnable)
    },
  }
}
