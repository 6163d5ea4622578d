import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Conflict, Seen, Write } from './driver.ts'
import { quoted } from './find-query.ts'

/** What a table needs to be written: its name and its columns, in order. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

export interface CommitRequest {
  readonly seen: readonly Seen[]
  readonly writes: readonly Write[]
}

/** The version of what was written, where it was. */
export type CommitAnswer = Conflict | { readonly error: Error } | { readonly version: number }

/** Commits groups of transactions on one connection. */
export interface SqliteWriter {
  /**
   * Each transaction of the group is checked and applied in a savepoint of its own; all of them share one COMMIT, and so
   * one wait for the disk. One that fails does not disturb its neighbours.
   * @returns an answer for each, once the commit is durable.
   */
  commit(group: readonly CommitRequest[]): CommitAnswer[]
}

interface TableStatements {
  readonly version: StatementSync
  readonly put: StatementSync
  /** Changes nothing where the key is taken. */
  readonly insert: StatementSync
  readonly delete: StatementSync
}

/** @param firstVersion from here on versions are counted; no document has one as high. */
export function createSqliteWriter(db: DatabaseSync, tables: readonly Table[], firstVersion: number): SqliteWriter {
  let nextVersion = firstVersion
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const savepoint = db.prepare('SAVEPOINT one')
  const release = db.prepare('RELEASE one')
  const add = db.prepare(
    'INSERT INTO counters ("key", n) VALUES (?, ?) ON CONFLICT ("key") DO UPDATE SET n = counters.n + excluded.n',
  )
  const statements = new Map(tables.map((table) => [table.name, prepareTable(db, table)]))
  const of = (name: string): TableStatements => {
    const found = statements.get(name)
    if (!found) throw new Error(`There is no table for the collection "${name}".`)
    return found
  }

  /** What it wrote before a conflict must be taken back. */
  function apply({ seen, writes }: CommitRequest): CommitAnswer {
    const fresh = new Set<Write>()
    for (const { collection, key, version } of seen) {
      const write = version === 0 ? writes.find((one) => isPutOf(one, collection, key)) : undefined
      // The write itself finds out whether the key is free.
      if (write) fresh.add(write)
      else if (Number(of(collection).version.get(key)?.version ?? 0) !== version) return { collection, key }
    }
    const version = nextVersion++
    for (const write of writes) {
      if (write.kind === 'put') {
        const { collection, key } = write
        const { insert, put } = of(collection)
        const isFresh = fresh.has(write)
        const { changes } = (isFresh ? insert : put).run(key, version, write.doc, ...write.columns)
        if (isFresh && changes === 0) return { collection, key }
      } else if (write.kind === 'delete') of(write.collection).delete.run(write.key)
      else add.run(write.key, write.delta)
    }
    return { version }
  }

  function applyInSavepoint(request: CommitRequest): CommitAnswer {
    savepoint.run()
    let answer: CommitAnswer
    try {
      answer = apply(request)
      if ('collection' in answer) db.exec('ROLLBACK TO one')
    } catch (error) {
      // A full disk ends the whole transaction of the group; then nobody's writes are there any more.
      if (!db.isTransaction) throw error
      db.exec('ROLLBACK TO one')
      answer = { error: asError(error) }
    }
    release.run()
    return answer
  }

  return {
    commit(group) {
      try {
        begin.run()
        const answers = group.map(applyInSavepoint)
        commit.run()
        return answers
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK')
        return group.map(() => ({ error: asError(error) }))
      }
    },
  }
}

function isPutOf(write: Write, collection: string, key: string): boolean {
  return write.kind === 'put' && write.key === key && write.collection === collection
}

function prepareTable(db: DatabaseSync, { name, columns }: Table): TableStatements {
  const table = quoted(name)
  const all = ['key', 'version', 'doc', ...columns].map(quoted)
  const sets = all.slice(1).map((column) => `${column} = excluded.${column}`)
  const insert = `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')}) ON CONFLICT ("key") DO`
  return {
    version: db.prepare(`SELECT version FROM ${table} WHERE "key" = ?`),
    put: db.prepare(`${insert} UPDATE SET ${sets.join(', ')}`),
    insert: db.prepare(`${insert} NOTHING`),
    delete: db.prepare(`DELETE FROM ${table} WHERE "key" = ?`),
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
