import { DatabaseUnavailableError, DataFolderInUseError, DataFormatError, RootKeyError } from '@herald/storage'
import { AddressError } from './listen.ts'
import { OptionError } from './options.ts'

/** Errors that are about the person's machine or wishes: their sentence is the whole answer. */
const plain = [OptionError, AddressError, RootKeyError, DataFolderInUseError, DataFormatError, DatabaseUnavailableError]

/** The sentence for the person who starts Herald; undefined for what is a fault of Herald's, whose stack tells more. */
export function explained(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (plain.some((kind) => error instanceof kind)) return error.message
  const { code, syscall, path, errstr } = error as NodeJS.ErrnoException & { errstr?: string }
  if (code === 'ERR_SQLITE_ERROR') {
    return `The database in the data folder (--data) cannot be used: ${errstr ?? 'SQLite refuses it'}.`
  }
  if (code && syscall && path) return `Herald cannot use ${path}: ${reasons[code] ?? `${code} (${syscall})`}.`
  return undefined
}

const reasons: Record<string, string | undefined> = {
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  EROFS: 'it lies on a read-only disk',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file of that name is in the way',
  ENOTDIR: 'a part of that path is a file',
}
