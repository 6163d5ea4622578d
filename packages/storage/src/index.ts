export { type Collection, type ColumnValue, collection, type Key, keyText, sharedCollection } from './collection.ts'
export { createDueLine, type DueLine } from './due-line.ts'
export { openPostgresStore, type PostgresOptions } from './postgres.ts'
export { openRootKey, RootKeyError, type RootKeyOptions } from './root-key.ts'
export { checkRootKey, isSealed } from './root-key-check.ts'
export { openSqliteStore, type SqliteOptions } from './sqlite.ts'
export {
  type Bound,
  type CommitOptions,
  DatabaseUnavailableError,
  DataFolderInUseError,
  DataFormatError,
  InvalidCursorError,
  type Page,
  type Query,
  type Reader,
  type Store,
  StoreBrokenError,
  StoreBusyError,
  type Transaction,
} from './store.ts'
export { assertOutsideTransaction } from './transaction-scope.ts'
export { createVault, sameMac, type Vault, VaultError } from './vault.ts'
