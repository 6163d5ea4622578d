import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** The machine's Python. */
export interface Python {
  /** The interpreter itself: not a link of a version manager, which would have to choose one each time. */
  executable: string
  /** `3.11.7` */
  version: string
  /** Where it finds packages, those of the person who runs Herald included. */
  packageFolders: string[]
}

/** Long enough for a version manager on a slow disk. Milliseconds. */
const PATIENCE = 10_000

const QUESTION = `
import json, sys
print(json.dumps([sys.executable, "%d.%d.%d" % sys.version_info[:3], [p for p in sys.path if p]]))
`

/**
 * The first `python3` on a PATH that answers; undefined where there is none.
 * @param path as the variable holds it
 */
export async function findPython(path: string): Promise<Python | undefined> {
  const names = process.platform === 'win32' ? ['python3.exe', 'python.exe'] : ['python3']
  for (const folder of path.split(delimiter)) {
    for (const name of folder ? names : []) {
      const found = await ask(join(folder, name))
      if (found) return found
    }
  }
  return undefined
}

async function ask(command: string): Promise<Python | undefined> {
  const { PYTHONPATH: _path, PYTHONHOME: _home, PYTHONSTARTUP: _startup, ...env } = process.env
  try {
    await access(command, constants.X_OK)
    const { stdout } = await promisify(execFile)(command, ['-c', QUESTION], { env, timeout: PATIENCE })
    const [executable, version, folders] = JSON.parse(stdout) as [string, string, string[]]
    if (!executable || !/^3\.\d+\.\d+$/.test(version)) return undefined
    return { executable, version, packageFolders: folders.filter((folder) => /-packages$/.test(folder)) }
  } catch {
    return undefined
  }
}
