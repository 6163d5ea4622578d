import type { Conflict, Seen, Write } from './driver.ts'
import { quoted } from './find-query.ts'
import { bigintArray, integerArray, textArray } from './postgres-arrays.ts'
import type { Row, Statement } from './postgres-session.ts'
import { shortKey, shortValue } from './postgres-text.ts'

/** What a table needs to be written: its name, and its columns in order. */
export interface PostgresTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: 'text' | 'integer' }[]
}

export interface CommitRequest {
  readonly seen: readonly Seen[]
  readonly writes: readonly Write[]
}

/** What a group has for one table, each entry with the number of its transaction. */
interface Share {
  readonly seen: { tx: number; at: number; seen: Seen }[]
  readonly puts: { tx: number; write: Extract<Write, { kind: 'put' }> }[]
  readonly deletes: { tx: number; key: string }[]
}

/**
 * One statement that checks and applies a group of transactions: each whose documents are still as it saw them, completely;
 * the others not at all. No two of a group may touch a document that one of them writes. It has to run while nobody else
 * commits; `versions` gives what is written a number that was never given before.
 * @param tables the state of the tables that this process knows; in another state nothing is written.
 */
export function commitStatement(
  known: ReadonlyMap<string, PostgresTable>,
  group: readonly CommitRequest[],
  tables: number,
): Omit<Statement, 'name'> & { values: (string | number | Buffer)[] } {
  const values: (string | number | Buffer)[] = [tables]
  const parameter = (value: Buffer, type: string): string => `$${values.push(value)}::${type}[]`
  const checks: string[] = []
  const parts: string[] = []
  const shares = sharesOf(group)
  for (const [name, { seen }] of shares) {
    if (seen.length === 0) continue
    const numbers = parameter(integerArray(seen.map(({ tx }) => tx)), 'int4')
    checks.push(changedSql(name, seen, numbers, parameter))
  }
  // What was not written needs no version; who has nothing to check loses nothing.
  const lost =
    checks.length > 0 ? checks.join(' UNION ALL ') : 'SELECT NULL::int4 AS tx, NULL::int4 AS "at" WHERE false'
  const kept = (alias: string) => `${alias}.tx NOT IN (SELECT lost.tx FROM lost)`
  for (const [name, { puts, deletes }] of shares) {
    const table = known.get(name)
    if (!table) throw new Error(`There is no table for the collection "${name}".`)
    if (puts.length > 0) parts.push(putSql(table, puts, parameter, kept('p')))
    if (deletes.length > 0) {
      const numbers = parameter(integerArray(deletes.map(({ tx }) => tx)), 'int4')
      const keys = parameter(textArray(deletes.map(({ key }) => shortKey(key))), 'text')
      parts.push(
        `DELETE FROM ${quoted(name)} WHERE "key" = ANY(ARRAY(` +
          `SELECT d."key" FROM v, unnest(${numbers}, ${keys}) AS d(tx, "key") WHERE ${kept('d')}))`,
      )
    }
  }
  const counted = group.flatMap(({ writes }, tx) =>
    writes.flatMap((write) => (write.kind === 'add' ? [{ tx, key: shortKey(write.key), delta: write.delta }] : [])),
  )
  if (counted.length > 0) {
    const numbers = parameter(integerArray(counted.map(({ tx }) => tx)), 'int4')
    const keys = parameter(textArray(counted.map(({ key }) => key)), 'text')
    const deltas = parameter(bigintArray(counted.map(({ delta }) => delta)), 'int8')
    parts.push(
      `INSERT INTO counters AS t ("key", n) SELECT c."key", sum(c.delta)::int8` +
        ` FROM v, unnest(${numbers}, ${keys}, ${deltas}) AS c(tx, "key", delta) WHERE ${kept('c')} GROUP BY c."key"` +
        ` ON CONFLICT ("key") DO UPDATE SET n = t.n + excluded.n`,
    )
  }
  const text =
    `WITH v AS MATERIALIZED (SELECT nextval('versions') AS n FROM meta WHERE "key" = 'tables' AND value = $1::int8), ` +
    `lost AS MATERIALIZED (${lost})${parts.map((part, i) => `, w${i} AS (${part})`).join('')} ` +
    'SELECT NULL::int4 AS tx, NULL::int4 AS "at" FROM v UNION ALL SELECT tx, "at" FROM lost'
  return { text, values }
}

/**
 * What the statement answered, for each transaction of its group: undefined for one that was applied.
 * @returns undefined when the tables are in another state, and nothing was applied.
 */
export function readAnswer(
  group: readonly CommitRequest[],
  rows: readonly Row[],
): (Conflict | undefined)[] | undefined {
  if (!rows.some(([tx]) => tx === null)) return undefined
  const conflicts: (Conflict | undefined)[] = group.map(() => undefined)
  for (const [tx, at] of rows) {
    if (tx === null) continue
    const seen = group[Number(tx)]?.seen[Number(at)]
    if (seen) conflicts[Number(tx)] ??= { collection: seen.collection, key: seen.key }
  }
  return conflicts
}

/** One statement that tells which of `seen` are not so any more, all looked at in one state of the database. */
export function changedStatement(seen: readonly Seen[]): { text: string; values: Buffer[] } {
  const values: Buffer[] = []
  const parameter = (value: Buffer, type: string): string => `$${values.push(value)}::${type}[]`
  const checks = [...sharesOf([{ seen, writes: [] }])].map(([name, share]) => {
    const numbers = parameter(integerArray(share.seen.map(({ tx }) => tx)), 'int4')
    return changedSql(name, share.seen, numbers, parameter)
  })
  return { text: checks.join(' UNION ALL '), values }
}

function sharesOf(group: readonly CommitRequest[]): Map<string, Share> {
  const shares = new Map<string, Share>()
  const of = (name: string): Share => {
    let share = shares.get(name)
    if (!share) {
      share = { seen: [], puts: [], deletes: [] }
      shares.set(name, share)
    }
    return share
  }
  for (const [tx, { seen, writes }] of group.entries()) {
    for (const [at, one] of seen.entries()) of(one.collection).seen.push({ tx, at, seen: one })
    for (const write of writes) {
      if (write.kind === 'put') of(write.collection).puts.push({ tx, write })
      else if (write.kind === 'delete') of(write.collection).deletes.push({ tx, key: write.key })
    }
  }
  // In one order, so that groups of the same kind share their prepared statement.
  return new Map([...shares].sort(([a], [b]) => (a < b ? -1 : 1)))
}

type Parameter = (value: Buffer, type: string) => string

/** Looks each document up by its key, whatever a planner may think of the table's size. */
function changedSql(table: string, seen: Share['seen'], numbers: string, parameter: Parameter): string {
  const at = parameter(integerArray(seen.map((one) => one.at)), 'int4')
  const keys = parameter(textArray(seen.map((one) => shortKey(one.seen.key))), 'text')
  const versions = parameter(bigintArray(seen.map((one) => one.seen.version)), 'int8')
  return (
    `SELECT s.tx, s."at" FROM unnest(${numbers}, ${at}, ${keys}, ${versions}) AS s(tx, "at", "key", version)` +
    ` WHERE coalesce((SELECT t.version FROM ${quoted(table)} t WHERE t."key" = s."key"), 0) <> s.version`
  )
}

function putSql(table: PostgresTable, puts: Share['puts'], parameter: Parameter, kept: string): string {
  const names = ['key', 'key$full', 'doc', ...table.columns.map(({ name }) => name)].map(quoted)
  const keys = puts.map(({ write }) => shortKey(write.key))
  const arrays = [
    parameter(integerArray(puts.map(({ tx }) => tx)), 'int4'),
    parameter(textArray(keys), 'text'),
    parameter(textArray(puts.map(({ write }, i) => (write.key === keys[i] ? null : write.key))), 'text'),
    parameter(textArray(puts.map(({ write }) => write.doc)), 'text'),
  ]
  for (const [i, { type }] of table.columns.entries()) {
    const column = puts.map(({ write }) => shortValue(write.columns[i] ?? null))
    arrays.push(
      type === 'text'
        ? parameter(textArray(column as (string | null)[]), 'text')
        : parameter(bigintArray(column as (number | null)[]), 'int8'),
    )
  }
  const sets = ['version', ...names.slice(2)].map((name) => `${name} = excluded.${name}`)
  return (
    `INSERT INTO ${quoted(table.name)} (version, ${names.join(', ')})` +
    ` SELECT v.n, ${names.map((_, i) => `p.c${i}`).join(', ')} FROM v,` +
    ` unnest(${arrays.join(', ')}) AS p(tx, ${names.map((_, i) => `c${i}`).join(', ')})` +
    ` WHERE ${kept} ON CONFLICT ("key") DO UPDATE SET ${sets.join(', ')}`
  )
}
