import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Randomness } from '@herald/environment'
import { createKeyedLock } from './keyed-lock.ts'
import { mergeFolders } from './merge-folders.ts'
import type { SharedArchives } from './shared-archives.ts'
import { unpackArchive, unpackedSize } from './unpack-archive.ts'

const HASH = /^[0-9a-f]{64}$/

/** Packages by their SHA-256 in hexadecimal: the archive as it came, and unpacked. No other name becomes a path. */
export interface CodeStore {
  /**
   * Keeps an archive while `commit` writes the row that refers to it. The archive is on disk before `commit` runs.
   * @throws {ServiceError} InvalidParameterValueException when it does not unpack.
   */
  keep<T>(archive: Buffer, commit: (code: { hash: string; size: number }) => Promise<T>): Promise<T>
  /** Checks that an archive unpacks, and leaves nothing behind. */
  check(archive: Buffer): Promise<{ hash: string; size: number }>
  /** The folder with the unpacked package; unpacks it again where it is missing. */
  folderOf(hash: string): Promise<string>
  /** Where the archive lies; there is no file where it is not kept any more. */
  pathOf(hash: string): Promise<string>
  /** What a package that is kept here takes unpacked, in bytes. */
  unpackedSizeOf(hash: string): Promise<number>
  /** One folder with several unpacked packages in it, later ones over earlier ones. */
  mergedFolderOf(hashes: readonly string[]): Promise<string>
  /** Removes a package unless `isUsed` says that a function has it. */
  forget(hash: string, isUsed: () => Promise<boolean>): Promise<void>
  /** Removes what an earlier process left behind. */
  sweep(isUsed: (hash: string) => Promise<boolean>): Promise<void>
}

/** @param shared where other processes use the store as well: they have no other way to an archive. */
export function createCodeStore(workFolder: string, random: Randomness, shared?: SharedArchives): CodeStore {
  const archives = join(workFolder, 'archives')
  const unpacked = join(workFolder, 'unpacked')
  const merged = join(workFolder, 'merged')
  const lock = createKeyedLock()
  const complete = new Set<string>()

  const archiveOf = (hash: string) => {
    if (!HASH.test(hash)) throw new Error('A package is found by its hash.')
    return join(archives, `${hash}.zip`)
  }
  const folder = (hash: string) => join(unpacked, hash)

  /** Unpacks beside the final place and moves it there, so that a folder with the final name is always complete. */
  async function unpackTo(archive: Buffer, target: string | undefined): Promise<void> {
    const beside = join(unpacked, `new-${random.uuid()}`)
    try {
      await mkdir(beside, { recursive: true })
      await unpackArchive(archive, beside)
      if (target) await rename(beside, target)
    } finally {
      await rm(beside, { recursive: true, force: true })
    }
  }

  async function save(hash: string, archive: Buffer): Promise<void> {
    if (!(await exists(folder(hash)))) await unpackTo(archive, folder(hash))
    await write(hash, archive)
  }

  /** Fetches the archive where another process brought it. */
  async function pathOf(hash: string): Promise<string> {
    const path = archiveOf(hash)
    if (!shared || (await exists(path))) return path
    const archive = await shared.get(hash)
    if (archive) await write(hash, archive)
    return path
  }

  async function write(hash: string, archive: Buffer): Promise<void> {
    const path = archiveOf(hash)
    if (await exists(path)) return
    await mkdir(archives, { recursive: true })
    const beside = join(archives, `new-${random.uuid()}`)
    await writeDurably(beside, archive)
    await rename(beside, path)
    await syncFolder(archives)
  }

  return {
    keep(archive, commit) {
      const hash = hashOf(archive)
      return lock(hash, async () => {
        await save(hash, archive)
        await shared?.put(hash, archive)
        return commit({ hash, size: archive.length })
      })
    },
    async check(archive) {
      await unpackTo(archive, undefined)
      return { hash: hashOf(archive), size: archive.length }
    },
    async folderOf(hash) {
      if (complete.has(hash)) return folder(hash)
      return lock(hash, async () => {
        if (!(await exists(folder(hash)))) await unpackTo(await readFile(await pathOf(hash)), folder(hash))
        complete.add(hash)
        return folder(hash)
      })
    },
    pathOf,
    unpackedSizeOf: async (hash) => unpackedSize(await readFile(await pathOf(hash))),
    async mergedFolderOf(hashes) {
      const folders = await Promise.all(hashes.map((hash) => this.folderOf(hash)))
      const [only] = folders
      if (only !== undefined && folders.length === 1) return only
      const target = join(merged, createHash('sha256').update(hashes.join()).digest('hex'))
      return lock(target, async () => {
        if (await exists(target)) return target
        const beside = join(merged, `new-${random.uuid()}`)
        try {
          await mergeFolders(folders, beside)
          await rename(beside, target)
        } finally {
          await rm(beside, { recursive: true, force: true })
        }
        return target
      })
    },
    forget(hash, isUsed) {
      return lock(hash, async () => {
        const path = archiveOf(hash)
        if (await isUsed()) return
        await shared?.forget(hash, isUsed)
        complete.delete(hash)
        await rm(path, { force: true })
        await rm(folder(hash), { recursive: true, force: true })
      })
    },
    async sweep(isUsed) {
      await shared?.sweep(isUsed)
      await rm(merged, { recursive: true, force: true })
      for (const parent of [archives, unpacked]) {
        for (const name of await readdir(parent).catch(() => [])) {
          const hash = name.replace(/\.zip$/, '')
          if (HASH.test(hash) && (await isUsed(hash))) continue
          await rm(join(parent, name), { recursive: true, force: true })
        }
      }
    },
  }
}

function hashOf(archive: Buffer): string {
  return createHash('sha256').update(archive).digest('hex')
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function writeDurably(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a rename inside the folder durable, where the system can. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
