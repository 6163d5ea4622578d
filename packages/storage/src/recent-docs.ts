import { documentName } from './buffered-transaction.ts'
import type { StoredDoc, Write } from './driver.ts'

/** The documents that were read or written last, as they were committed, so that the database need not be asked again. */
export interface RecentDocs {
  get(collection: string, key: string): StoredDoc | undefined
  /** What the database has just answered. */
  read(collection: string, key: string, stored: StoredDoc): void
  /** What was committed. */
  written(writes: readonly Write[], version: number): void
}

/** Limits in documents and in characters of JSON, of a string's size in memory about. */
export interface RecentDocsLimits {
  readonly docs: number
  readonly characters: number
}

/**
 * For a database that nobody else writes: what is kept here is never newer than what is durable, and never older than the last
 * commit that was acknowledged.
 */
export function createRecentDocs({ docs, characters }: RecentDocsLimits): RecentDocs {
  /** The one used longest ago first. */
  const kept = new Map<string, StoredDoc>()
  let size = 0

  function forget(name: string): void {
    size -= kept.get(name)?.doc.length ?? 0
    kept.delete(name)
  }

  function keep(name: string, stored: StoredDoc): void {
    // A read may have met a commit of which the acknowledgement is still under way.
    if ((kept.get(name)?.version ?? 0) > stored.version) return
    forget(name)
    kept.set(name, stored)
    size += stored.doc.length
    for (const oldest of kept.keys()) {
      if (kept.size <= docs && size <= characters) return
      forget(oldest)
    }
  }

  return {
    get(collection, key) {
      const name = documentName(collection, key)
      const stored = kept.get(name)
      if (!stored) return undefined
      kept.delete(name)
      kept.set(name, stored)
      return stored
    },
    read: (collection, key, stored) => keep(documentName(collection, key), stored),
    written(writes, version) {
      for (const write of writes) {
        if (write.kind === 'add') continue
        const name = documentName(write.collection, write.key)
        if (write.kind === 'put') keep(name, { version, doc: write.doc })
        else forget(name)
      }
    },
  }
}
