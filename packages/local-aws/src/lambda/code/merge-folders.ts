import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Fills `target` with what the folders hold. Where two have the same path, the later one wins; folders of the same path
 * become one, as AWS merges layers into /opt. Files are linked, not copied, where the disk can.
 */
export async function mergeFolders(folders: readonly string[], target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  for (const folder of folders) await mergeInto(folder, target)
}

async function mergeInto(folder: string, target: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const from = join(folder, entry.name)
    const to = join(target, entry.name)
    if (entry.isDirectory()) {
      await mkdir(to, { recursive: true }).catch(async () => {
        // A file of an earlier layer is in the way.
        await rm(to, { force: true })
        await mkdir(to)
      })
      await mergeInto(from, to)
    } else {
      await rm(to, { recursive: true, force: true })
      await link(from, to).catch(() => copyFile(from, to))
    }
  }
}
