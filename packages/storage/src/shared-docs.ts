import type { Collection } from './collection.ts'
import type { StoredDoc } from './driver.ts'

/** Reads a document out of what is stored. */
export type ReadDoc = <D extends object>(collection: Collection<D>, stored: StoredDoc) => D

/** Every reader gets an object of its own. */
const readEach: ReadDoc = (_collection, stored) => JSON.parse(stored.doc)

/**
 * For a driver that gives the same stored document until it changes: of a collection that says so, all readers get the same
 * object, frozen, and its JSON is read once.
 */
export function shareDocs(): ReadDoc {
  const read = new WeakMap<StoredDoc, object>()
  return <D extends object>(collection: Collection<D>, stored: StoredDoc): D => {
    if (!collection.isShared) return readEach(collection, stored)
    let doc = read.get(stored)
    if (!doc) {
      doc = frozen(readEach(collection, stored))
      read.set(stored, doc)
    }
    return doc as D
  }
}

/** How many texts of one collection are remembered with what they say. */
const MOST_TEXTS = 200

/**
 * For a driver that reads the database each time: of a collection that says so, all readers of the same text get the same object,
 * frozen. Those read last are remembered.
 */
export function shareTexts(): ReadDoc {
  /** By collection and text, the one read longest ago first. */
  const read = new Map<string, Map<string, object>>()
  return <D extends object>(collection: Collection<D>, stored: StoredDoc): D => {
    if (!collection.isShared) return readEach(collection, stored)
    const docs = read.get(collection.name) ?? new Map<string, object>()
    if (docs.size === 0) read.set(collection.name, docs)
    const doc = docs.get(stored.doc) ?? frozen(readEach(collection, stored))
    docs.delete(stored.doc)
    docs.set(stored.doc, doc)
    const [oldest] = docs.size > MOST_TEXTS ? docs.keys() : []
    if (oldest !== undefined) docs.delete(oldest)
    return doc as D
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
