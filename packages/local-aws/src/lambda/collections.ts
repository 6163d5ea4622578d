import { collection } from '@herald/storage'
import type { EventPayload, QueuedEvent } from './events/queued-event.ts'
import type { FunctionRecord } from './function-record.ts'

/** Functions by account, region and name. */
export const functions = collection<FunctionRecord>('lambda_functions', {
  columns: {
    place: { type: 'text', of: (doc) => `${doc.accountId}/${doc.region}` },
    name: { type: 'text', of: (doc) => doc.name },
    codeHash: { type: 'text', of: (doc) => doc.codeHash },
  },
  indexes: [['place', 'name'], ['codeHash']],
})

/** Asynchronous invocations that wait or run. A row is small: what the caller sent lies beside it. */
export const invocations = collection<QueuedEvent>('lambda_invocations', {
  columns: {
    functionKey: { type: 'text', of: (doc) => doc.functionKey },
    dueAt: { type: 'integer', of: (doc) => doc.dueAt },
  },
  indexes: [['functionKey', 'dueAt'], ['dueAt']],
})

/** What was sent with each asynchronous invocation, sealed. */
export const invocationPayloads = collection<EventPayload>('lambda_invocation_payloads')

/** Everything the local Lambda stores. */
export const lambdaCollections = [functions, invocations, invocationPayloads] as const
