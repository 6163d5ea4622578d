import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DataFolderInUseError } from './store.ts'

const DATABASE = 'herald.sqlite'
const LOCK = 'lock'
/** SQLite's code for "another connection holds it". */
const SQLITE_BUSY = 5

/** The data folder, held by this process until `release`. */
export interface DataFolder {
  /** The database's file. */
  readonly file: string
  release(): void
}

/** The database's file in a data folder, whether it is there or not. */
export function databaseFile(folder: string): string {
  return join(resolve(folder), DATABASE)
}

/**
 * Creates the folder (mode 0700) where it is missing, and holds it: one process at a time. The hold is a lock of the
 * operating system, so it ends with the process, however that ends.
 * @throws {DataFolderInUseError} when another process, or another store in this one, holds it.
 */
export function holdDataFolder(folder: string): DataFolder {
  const path = resolve(folder)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  createPrivately(join(path, LOCK))
  const lock = new DatabaseSync(join(path, LOCK), { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error
    throw new DataFolderInUseError(
      `The data folder ${path} is in use by another Herald. Stop that one, or give this one another folder with --data.`,
    )
  }
  try {
    createPrivately(databaseFile(folder))
  } catch (error) {
    lock.close()
    throw error
  }
  return { file: databaseFile(folder), release: () => lock.close() }
}

/**
 * An empty file for the owner only; SQLite gives its companions the same mode. A file that exists is not opened: closing
 * it would drop the locks that SQLite holds on it in this process.
 */
function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    chmodSync(file, 0o600)
  }
}
