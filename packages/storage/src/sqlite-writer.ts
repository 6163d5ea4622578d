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
  /** The version and the columns. */
  readonly row: StatementSync
  readonly put: StatementSync
  /** Changes nothing where the key is taken. */
  readonly insert: StatementSync
  /**
   * Writes a document that is there, with its version, these of its columns, and the key at last. SQLite takes an entry out of each
   * index and puts it back for every column that an UPDATE names, also where it stays as it was.
   */
  update(changed: readonly number[]): StatementSync
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
    /** Documents that are written over, with the columns that they have; or none yet, which the write itself finds out. */
    const before = new Map<Write, readonly unknown[] | 'none'>()
    for (const { collection, key, version } of seen) {
      const write = writes.find((one) => isPutOf(one, collection, key))
      if (write && version === 0) {
        before.set(write, 'none')
        continue
      }
      const [now = 0, ...columns] = rowOf(write ? of(collection).row : of(collection).version, key)
      if (Number(now) !== version) return { collection, key }
      if (write) before.set(write, columns)
    }
    const version = nextVersion++
    for (const write of writes) {
      if (write.kind === 'put') {
        const { collection, key, doc, columns } = write
        const table = of(collection)
        const old = before.get(write)
        if (old === 'none') {
          if (table.insert.run(key, version, doc, ...columns).changes === 0) return { collection, key }
        } else if (old) {
          const changed = [...columns.keys()].filter((i) => columns[i] !== old[i])
          table.update(changed).run(version, doc, ...changed.map((i) => columns[i]!), key)
        } else table.put.run(key, version, doc, ...columns)
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

/** Empty where there is no such row. */
function rowOf(statement: StatementSync, key: string): readonly unknown[] {
  return (statement.get(key) as unknown as readonly unknown[] | undefined) ?? []
}

function prepareTable(db: DatabaseSync, { name, columns }: Table): TableStatements {
  const table = quoted(name)
  const all = ['key', 'version', 'doc', ...columns].map(quoted)
  const sets = all.slice(1).map((column) => `${column} = excluded.${column}`)
  const insert = `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')}) ON CONFLICT ("key") DO`
  const select = (what: readonly string[]) => {
    const statement = db.prepare(`SELECT ${what.map(quoted).join(', ')} FROM ${table} WHERE "key" = ?`)
    statement.setReturnArrays(true)
    return statement
  }
  const updates = new Map<string, StatementSync>()
  return {
    version: select(['version']),
    row: select(['version', ...columns]),
    put: db.prepare(`${insert} UPDATE SET ${sets.join(', ')}`),
    insert: db.prepare(`${insert} NOTHING`),
    update(changed) {
      const name = changed.join()
      let statement = updates.get(name)
      if (!statement) {
        const named = ['version', 'doc', ...changed.map((i) => columns[i]!)].map((column) => `${quoted(column)} = ?`)
        statement = db.prepare(`UPDATE ${table} SET ${named.join(', ')} WHERE "key" = ?`)
        updates.set(name, statement)
      }
      return statement
    },
    delete: db.prepare(`DELETE FROM ${table} WHERE "key" = ?`),
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
