import { DatabaseSync } from 'node:sqlite'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { type CommitRequest, createSqliteWriter, type Table } from './sqlite-writer.ts'

/** The thread that writes: the wait for the disk happens here, and never on the event loop that serves requests. */

export interface WriterThreadData {
  readonly file: string
  readonly tables: readonly Table[]
  readonly firstVersion: number
}

const port = parentPort
if (!port) throw new Error('This file is started by the store, as a worker thread.')

const { file, tables, firstVersion } = workerData as WriterThreadData
const db = new DatabaseSync(file, { timeout: 10_000 })
// FULL: an acknowledged commit survives a power cut, too.
db.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA secure_delete = FAST')
db.exec('PRAGMA journal_size_limit = 67108864')
const writer = createSqliteWriter(db, tables, firstVersion)

port.on('message', (message: readonly CommitRequest[] | 'close') => {
  const group: CommitRequest[] = []
  let next: readonly CommitRequest[] | 'close' | undefined = message
  // Everything that waits goes into one group.
  while (next !== undefined && next !== 'close') {
    for (const request of next) group.push(request)
    next = receiveMessageOnPort(port)?.message
  }
  if (group.length > 0) port.postMessage(writer.commit(group))
  if (next === 'close') {
    db.close()
    port.close()
  }
})
