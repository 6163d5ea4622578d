/** What users do end to end, once more with everything on PostgreSQL. */
import { test } from 'node:test'
import { onPostgres } from './setting/herald.ts'
import { noPostgres } from './setting/postgres.ts'

if (noPostgres) test('everything on PostgreSQL', { skip: noPostgres })
else {
  onPostgres()
  await import('./first-light.test.ts')
  await import('./codes.test.ts')
  await import('./invitations.test.ts')
  await import('./senders-in-trouble.test.ts')
}
