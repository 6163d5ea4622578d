import { test } from 'node:test'
import { postgresPlace } from './postgres-place.ts'
import { noPostgres } from './postgres-server.ts'
import { storeContract } from './store-contract.ts'

if (noPostgres) test('store on PostgreSQL', { skip: noPostgres })
else storeContract('PostgreSQL', postgresPlace)
