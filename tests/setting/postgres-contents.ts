import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { filesBelow } from './secret-scan.ts'

type Content = readonly [where: string, bytes: Buffer]

/**
 * All that a database holds: each row as JSON, and where the server's folder is on this machine also the files of its tables
 * and indexes, and the server's log of what was written, all as of now.
 * @param url of the database; its user must be the server's superuser.
 */
export async function postgresContents(url: string): Promise<Content[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const ask = async <Row>(statement: string) => (await client.query(statement)).rows as Row[]
    const relations = await ask<{ name: string; path: string; kind: string }>(`
      SELECT c.oid::regclass::text AS name, pg_relation_filepath(c.oid) AS path, c.relkind AS kind
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'i', 't')
        AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND (n.nspname <> 'pg_toast' OR c.oid >= 16384)`)
    const contents: Content[] = []
    for (const { name } of relations.filter(({ kind }) => kind === 'r')) {
      const rows = await ask<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`)
      contents.push([`table ${name}`, Buffer.from(rows.map(({ row }) => row).join('\n'))])
    }
    const folder = /[?&]host=([^&]+)/.exec(url)?.[1]
    const data = join(decodeURIComponent(folder ?? ''), 'data')
    if (folder === undefined || !existsSync(data)) return contents
    await client.query('CHECKPOINT')
    for (const { name, path } of relations) contents.push([`file of ${name}`, readFileSync(join(data, path))])
    for (const [path, bytes] of filesBelow(join(data, 'pg_wal'))) contents.push([path, written(bytes)])
    return contents
  } finally {
    await client.end()
  }
}

/** Without the zeros of a segment that is not full yet. */
function written(segment: Buffer): Buffer {
  let end = segment.length
  while (end > 0 && segment[end - 1] === 0) end--
  return segment.subarray(0, end)
}
