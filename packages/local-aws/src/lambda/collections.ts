import { collection, sharedCollection } from '@herald/storage'
import type { EventPayload, QueuedEvent } from './events/queued-event.ts'
import { type AliasRecord, type FunctionRecord, functionKey, type VersionRecord } from './function-record.ts'
import type { LayerRecord, LayerVersionRecord } from './layers/layer-record.ts'

/** Functions by account, region and name. */
export const functions = sharedCollection<FunctionRecord>('lambda_functions', {
  columns: {
    place: { type: 'text', of: (doc) => `${doc.accountId}/${doc.region}` },
    name: { type: 'text', of: (doc) => doc.name },
    codeHash: { type: 'text', of: (doc) => doc.codeHash },
  },
  indexes: [['place', 'name'], ['codeHash']],
})

const of = (doc: { accountId: string; region: string; name: string }) => functionKey(doc)

/** Published versions by account, region, function and number. */
export const versions = sharedCollection<VersionRecord>('lambda_versions', {
  columns: {
    functionKey: { type: 'text', of },
    ordinal: { type: 'integer', of: (doc) => doc.version },
    codeHash: { type: 'text', of: (doc) => doc.codeHash },
  },
  indexes: [['functionKey', 'ordinal'], ['codeHash']],
})

/** Aliases by account, region, function and name. */
export const aliases = collection<AliasRecord>('lambda_aliases', {
  columns: {
    functionKey: { type: 'text', of },
    alias: { type: 'text', of: (doc) => doc.alias },
  },
  indexes: [['functionKey', 'alias']],
})

/** Layers by account, region and name; each knows how many versions it has had. */
export const layers = collection<LayerRecord>('lambda_layers', {
  columns: {
    place: { type: 'text', of: (doc) => `${doc.accountId}/${doc.region}` },
    name: { type: 'text', of: (doc) => doc.name },
  },
  indexes: [['place', 'name']],
})

/** Versions of layers by account, region, layer and number. */
export const layerVersions = collection<LayerVersionRecord>('lambda_layer_versions', {
  columns: {
    layerKey: { type: 'text', of },
    ordinal: { type: 'integer', of: (doc) => doc.version },
    codeHash: { type: 'text', of: (doc) => doc.codeHash },
  },
  indexes: [['layerKey', 'ordinal'], ['codeHash']],
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

/** Archives in the store itself, where several processes share it. */
export const archives = collection<{ hash: string; size: number; complete: boolean; keptAt: number }>(
  'lambda_archives',
  {
    columns: { keptAt: { type: 'integer', of: (doc) => doc.keptAt } },
    indexes: [['keptAt']],
  },
)

/** Their pieces, in base64, by hash and number. */
export const archiveChunks = collection<{ data: string }>('lambda_archive_chunks')

/** Everything the local Lambda stores. */
export const lambdaCollections = [
  functions,
  invocations,
  invocationPayloads,
  versions,
  aliases,
  layers,
  layerVersions,
  archives,
  archiveChunks,
] as const
