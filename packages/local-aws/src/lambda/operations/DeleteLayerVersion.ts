import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { layerVersions } from '../collections.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { nameLayer } from '../layers/layer-name.ts'
import { layerVersionKeyOf } from '../layers/layer-record.ts'

type Types = Operations['DeleteLayerVersion']

/** Functions that use the version keep it; its package goes at a later start, when none does. Deleting twice is no error. */
export function deleteLayerVersion(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const key = layerVersionKeyOf({ ...nameLayer(call, input.LayerName), version: input.VersionNumber })
    await parts.store.transaction(async (tx) => {
      const record = await tx.get(layerVersions, key)
      if (record) tx.put(layerVersions, key, { ...record, deleted: true })
    })
    return {}
  }
}
