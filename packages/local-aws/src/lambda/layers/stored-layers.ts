import type { Architecture, Runtime } from '@herald/protocol/lambda'
import type { Reader, Store } from '@herald/storage'
import { functions, layerVersions, versions } from '../collections.ts'
import { functionKey } from '../function-record.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import type { NamedLayer } from './layer-name.ts'
import { type LayerVersionRecord, layerArn, layerVersionKeyOf } from './layer-record.ts'

const PAGE = 1000

/** @throws {ServiceError} ResourceNotFoundException */
export async function readLayerVersion(
  reader: Reader,
  named: NamedLayer & { version: number },
): Promise<LayerVersionRecord> {
  const record = await reader.get(layerVersions, layerVersionKeyOf(named))
  if (!record || record.deleted) throw refusals.noPolicy()
  return record
}

/** A page of a layer's versions, latest first; those that were deleted are left out, so a page may hold fewer than asked. */
export async function pageOfLayerVersions(
  store: Store,
  named: NamedLayer,
  page: { limit: number; after?: string | undefined },
): Promise<{ records: LayerVersionRecord[]; next: string | undefined }> {
  const { docs, next } = await store.find(layerVersions, {
    where: [{ column: 'layerKey', equals: functionKey(named) }],
    orderBy: 'ordinal',
    descending: true,
    limit: page.limit,
    ...(page.after ? { after: page.after } : {}),
  })
  return { records: docs.filter(({ deleted }) => !deleted), next }
}

/** Whether a layer's version says that it fits; one that says nothing is not shown to who asks for something. */
export function fits(record: LayerVersionRecord, runtime?: Runtime, architecture?: Architecture): boolean {
  return (
    (runtime === undefined || record.runtimes.includes(runtime)) &&
    (architecture === undefined || record.architectures.includes(architecture))
  )
}

/** Takes out deleted versions of layers that no function uses any more, so that their packages may go. */
export async function dropDeletedLayers({ store }: Pick<LambdaParts, 'store'>): Promise<void> {
  const deleted: LayerVersionRecord[] = []
  for (let after: string | undefined, more = true; more; ) {
    const page = await store.find(layerVersions, { limit: PAGE, ...(after ? { after } : {}) })
    deleted.push(...page.docs.filter((record) => record.deleted))
    after = page.next
    more = after !== undefined
  }
  if (deleted.length === 0) return
  const used = new Set<string>()
  for (const kept of [functions, versions]) {
    for (let after: string | undefined, more = true; more; ) {
      const page = await store.find(kept, { limit: PAGE, ...(after ? { after } : {}) })
      for (const record of page.docs) for (const layer of record.layers ?? []) used.add(layer.arn)
      after = page.next
      more = after !== undefined
    }
  }
  for (const record of deleted) {
    if (used.has(`${layerArn(record)}:${record.version}`)) continue
    await store.transaction((tx) => tx.delete(layerVersions, layerVersionKeyOf(record)))
  }
}
