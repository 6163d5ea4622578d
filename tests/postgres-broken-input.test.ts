/** Broken bodies, targets, paths and archives, and callers who may not call, with everything on PostgreSQL. */
import { test } from 'node:test'
import { onPostgres } from './setting/herald.ts'
import { noPostgres } from './setting/postgres.ts'

if (noPostgres) test('broken input on PostgreSQL', { skip: noPostgres })
else {
  onPostgres()
  await import('./broken-input.test.ts')
  await import('./broken-input-archives.test.ts')
  await import('./broken-input-boundary.test.ts')
  await import('./broken-input-framing.test.ts')
  await import('./broken-input-paths.test.ts')
  await import('./broken-input-targets.test.ts')
}
