import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../src/index.ts'
import { storeContract } from './store-contract.ts'

storeContract('SQLite in a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'herald-store-'))
  return {
    durable: true,
    open: (collections) => openSqliteStore({ folder, collections }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
})

storeContract('SQLite in memory', async () => ({
  durable: false,
  open: (collections) => openSqliteStore({ folder: undefined, collections }),
  remove: async () => {},
}))
