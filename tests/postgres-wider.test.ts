/** More of what users do, and what no user should, with everything on PostgreSQL. */
import { test } from 'node:test'
import { onPostgres } from './setting/herald.ts'
import { noPostgres } from './setting/postgres.ts'

if (noPostgres) test('more of everything on PostgreSQL', { skip: noPostgres })
else {
  onPostgres()
  await import('./account-takeover.test.ts')
  await import('./attribute-sources.test.ts')
  await import('./capture.test.ts')
  await import('./email-mfa.test.ts')
  await import('./list-users.test.ts')
  await import('./operations.test.ts')
  await import('./python-sender.test.ts')
  await import('./sms-mfa.test.ts')
  await import('./triggers-messages.test.ts')
  await import('./user-auth.test.ts')
}
