export { type Collection, type ColumnValue, collection, type Key, keyText } from './collection.ts'
export { openRootKey, RootKeyError } from './root-key.ts'
export { openSqliteStore, type SqliteOptions } from './sqlite.ts'
export {
  type Bound,
  DataFolderInUseError,
  type Page,
  type Query,
  type Reader,
  type Store,
  StoreBusyError,
  type Transaction,
} from './store.ts'
export { assertOutsideTransaction } from './transaction-scope.ts'
export { createVault, sameMac, type Vault, VaultError } from './vault.ts'
