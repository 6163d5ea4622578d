import { type FSWatcher, watch } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Changes come in bursts: an editor writes several files, a compiler many. Milliseconds. */
const SETTLE = 100
const FOLDER_LIMIT = 2000

/**
 * Calls `onChange` after files below `folder` have changed. Folders named `node_modules` and hidden ones are left out:
 * they are large and change in one go, with the lock file beside them.
 */
export function watchFolder(folder: string, onChange: () => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>()
  let closed = false
  let timer: NodeJS.Timeout | undefined

  function changed(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      void look(folder)
      onChange()
    }, SETTLE)
  }

  async function look(path: string): Promise<void> {
    if (closed || watchers.size >= FOLDER_LIMIT) return
    if (!watchers.has(path)) {
      try {
        const watcher = watch(path, { persistent: false }, changed)
        const forget = () => {
          watcher.close()
          watchers.delete(path)
        }
        watcher.on('error', forget)
        watchers.set(path, watcher)
      } catch {
        return
      }
    }
    const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) {
        await look(join(path, entry.name))
      }
    }
  }

  void look(folder)
  return {
    close() {
      closed = true
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}
