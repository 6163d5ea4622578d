import { type Collection, type Key, keyText } from './collection.ts'
import { columnsOf } from './columns.ts'
import type { Driver, Seen, StoredDoc, Write } from './driver.ts'
import type { ReadDoc } from './shared-docs.ts'
import type { Transaction } from './store.ts'
import { storedText } from './stored-text.ts'

/** One run of a transaction's work: what it saw and what it wants to write. */
export interface BufferedTransaction {
  readonly tx: Transaction
  seen(): Seen[]
  writes(): Write[]
  /** Runs what waits for the commit. */
  committed(): void
  /** After this `tx` refuses to be used. */
  end(): void
}

type DocWrite = Exclude<Write, { kind: 'add' }>

/** Names one document among all collections. */
export function documentName(collection: string, key: string): string {
  return `${collection}/${key}`
}

/**
 * @param check throws when a collection is not one of the store's.
 * @param beforeRead waits where others stand in line for the same document.
 */
export function bufferTransaction(
  driver: Driver,
  readDoc: ReadDoc,
  check: (collection: Collection<never>) => void,
  beforeRead: (document: string) => Promise<void> | undefined,
): BufferedTransaction {
  const reads = new Map<string, Promise<StoredDoc | undefined>>()
  const seen = new Map<string, Seen>()
  const docs = new Map<string, DocWrite>()
  const deltas = new Map<string, number>()
  const actions: (() => void)[] = []
  let over = false

  function place<D extends object>(collection: Collection<D>, key: Key): { at: string; name: string; key: string } {
    if (over) throw new Error('This transaction is over: its work has returned already.')
    check(collection)
    const text = storedText(keyText(key))
    return { at: documentName(collection.name, text), name: collection.name, key: text }
  }

  async function read(at: string, collection: string, key: string): Promise<StoredDoc | undefined> {
    await beforeRead(at)
    const stored = await driver.get(collection, key)
    // A blind insert of the same document may have said "absent" meanwhile; what was read goes first.
    seen.set(at, { collection, key, version: stored?.version ?? 0 })
    return stored
  }

  function put<D extends object>(collection: Collection<D>, at: string, key: string, doc: D): void {
    const json = JSON.stringify(doc)
    if (typeof doc !== 'object' || json === undefined)
      throw new TypeError(`A document of ${collection.name} must be an object.`)
    docs.set(at, { kind: 'put', collection: collection.name, key, doc: json, columns: columnsOf(collection, doc) })
  }

  const tx: Transaction = {
    async get<D extends object>(collection: Collection<D>, key: Key) {
      const { at, name, key: text } = place(collection, key)
      const written = docs.get(at)
      if (written) return written.kind === 'put' ? (JSON.parse(written.doc) as D) : undefined
      let reading = reads.get(at)
      if (!reading) {
        reading = read(at, name, text)
        reads.set(at, reading)
      }
      const stored = await reading
      return stored && readDoc(collection, stored)
    },
    put(collection, key, doc) {
      const { at, key: text } = place(collection, key)
      put(collection, at, text, doc)
    },
    insert(collection, key, doc) {
      const { at, name, key: text } = place(collection, key)
      const written = docs.get(at)
      if (written ? written.kind === 'put' : (seen.get(at)?.version ?? 0) > 0)
        throw new Error(`Inserted into ${name} what is there already, as the transaction knows: use put to replace.`)
      if (!written && !seen.has(at)) seen.set(at, { collection: name, key: text, version: 0 })
      put(collection, at, text, doc)
    },
    delete(collection, key) {
      const { at, name, key: text } = place(collection, key)
      docs.set(at, { kind: 'delete', collection: name, key: text })
    },
    add(counter, delta) {
      if (over) throw new Error('This transaction is over: its work has returned already.')
      if (!Number.isSafeInteger(delta)) throw new TypeError('A counter takes whole numbers.')
      const key = storedText(keyText(counter))
      deltas.set(key, (deltas.get(key) ?? 0) + delta)
    },
    afterCommit(action) {
      if (over) throw new Error('This transaction is over: its work has returned already.')
      actions.push(action)
    },
  }

  return {
    tx,
    seen: () => [...seen.values()],
    writes: () => [...docs.values(), ...Array.from(deltas, ([key, delta]) => ({ kind: 'add', key, delta }) as const)],
    committed() {
      for (const action of actions) action()
    },
    end() {
      over = true
    },
  }
}
