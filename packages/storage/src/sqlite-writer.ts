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

  function apply({ seen, writes }: CommitRequest): CommitAnswer {
    for (const { collection, key, version } of seen) {
      const row = of(collection).version.get(key)
      if (Number(row?.version ?? 0) !== version) return { collection, key }
    }
    const version = nextVersion++
    for (const write of writes) {
      if (write.kind === 'put') of(write.collection).put.run(write.key, version, write.doc, ...write.columns)
      else if (write.kind === 'delete') of(write.collection).delete.run(write.key)
      else add.run(write.key, write.delta)
    }
    return { version }
  }

  function applyInSavepoint(request: CommitRequest): CommitAnswer {
    savepoint.run()
    let answer: CommitAnswer
    try {
      answer = apply(request)
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

function prepareTable(db: DatabaseSync, { name, columns }: Table): TableStatements {
  const table = quoted(name)
  const all = ['key', 'version', 'doc', ...columns].map(quoted)
  const sets = all.slice(1).map((column) => `${column} = excluded.${column}`)
  return {
    version: db.prepare(`SELECT version FROM ${table} WHERE "key" = ?`),
    put: db.prepare(
      `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})` +
        ` ON CONFLICT ("key") DO UPDATE SET ${sets.join(', ')}`,
    ),
    delete: db.prepare(`DELETE FROM ${table} WHERE "key" = ?`),
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
