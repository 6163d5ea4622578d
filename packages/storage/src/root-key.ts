import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { databaseFile } from './data-folder.ts'

export interface RootKeyOptions {
  /** Where the key is kept; created on first use. Never inside the data folder. */
  file: string
  /** The key itself, base64 of 32 bytes; goes before the file, which is then not touched. */
  base64?: string | undefined
  /** The data folder; undefined when there is none. */
  dataFolder: string | undefined
  /** What holds data that was sealed already, where that is no folder: "the database", see `isSealed`. */
  sealed?: string | undefined
}

/** The root key cannot be had, or is not the one the data was sealed under. The message never holds key material. */
export class RootKeyError extends Error {
  override name = 'RootKeyError'
}

const KEY_BYTES = 32

/**
 * The root key, 32 bytes. Where there is neither key nor data, a key is made from the machine's own randomness (not from
 * the environment's: a test that repeats itself must not repeat a key) and is durable on disk before this returns, because
 * data that is written under it would be lost with it.
 * @throws {RootKeyError} saying what is wrong with the key, or its file, and what to do.
 */
export function openRootKey({ file, base64, dataFolder, sealed }: RootKeyOptions): Buffer {
  if (base64 !== undefined) return decode(base64, 'HERALD_ROOT_KEY')
  const path = resolve(file)
  refuseInside(path, dataFolder)
  if (!present(path)) {
    // A new key could not open data that exists; it would only hide that the old one is missing.
    if (dataFolder !== undefined && existsSync(databaseFile(dataFolder)))
      throw new RootKeyError(
        `The root key file ${path} is missing, but ${resolve(dataFolder)} holds data that was sealed under a root key. ` +
          'Restore the file, give its key as HERALD_ROOT_KEY, or start with an empty data folder (--data).',
      )
    if (sealed !== undefined)
      throw new RootKeyError(
        `The root key file ${path} is missing, but ${sealed} holds data that was sealed under a root key. ` +
          'Bring the file from where Herald ran before, or give its key as HERALD_ROOT_KEY: every process on one database ' +
          'has the same key.',
      )
    createKeyFile(path)
  }
  return readKeyFile(path)
}

function present(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw new RootKeyError(`The root key file ${path} cannot be reached (${reason(error)}).`, { cause: error })
  }
}

function readKeyFile(path: string): Buffer {
  let text: string
  try {
    const { mode } = statSync(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new RootKeyError(
        `The root key file ${path} may be read or changed by other users (mode ${(mode & 0o777).toString(8).padStart(4, '0')}). ` +
          `Make it yours alone: chmod 600 '${path}'`,
      )
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof RootKeyError) throw error
    throw new RootKeyError(`The root key file ${path} cannot be read (${reason(error)}).`, { cause: error })
  }
  return decode(text, `The root key file ${path}`)
}

/** The file appears with its whole content or not at all, and never replaces one that is there. */
function createKeyFile(path: string): void {
  const folder = dirname(path)
  const draft = join(folder, `.${basename(path)}.${process.pid}.${randomBytes(6).toString('hex')}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const handle = openSync(draft, 'wx', 0o600)
    try {
      writeFileSync(handle, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    try {
      linkSync(draft, path)
    } catch (error) {
      // Another process that starts at the same moment was faster: its key is the one.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      unlinkSync(draft)
    }
    syncFolder(folder)
  } catch (error) {
    throw new RootKeyError(`The root key file ${path} cannot be created (${reason(error)}).`, { cause: error })
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** @param what where the text came from; the text itself is never repeated. */
function decode(text: string, what: string): Buffer {
  const base64 = text.trim()
  if (base64 === '') throw new RootKeyError(`${what} is empty; it must hold the base64 of ${KEY_BYTES} bytes.`)
  const key = Buffer.from(base64, 'base64')
  if (key.toString('base64') !== base64)
    throw new RootKeyError(`${what} is not base64; it must hold the base64 of ${KEY_BYTES} bytes.`)
  if (key.length !== KEY_BYTES)
    throw new RootKeyError(
      `${what} has ${key.length} bytes; a root key has ${KEY_BYTES} (openssl rand -base64 32 makes one).`,
    )
  return key
}

function refuseInside(path: string, dataFolder: string | undefined): void {
  if (dataFolder === undefined) return
  const way = relative(real(resolve(dataFolder)), real(path))
  if (way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way) return
  throw new RootKeyError(
    `The root key file ${path} lies inside the data folder ${resolve(dataFolder)}: whoever copies the data would have its key. ` +
      'Choose another place with --root-key-file.',
  )
}

/** The path with its links followed, as far as it exists. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(real(parent), basename(path))
  }
}

function reason(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
