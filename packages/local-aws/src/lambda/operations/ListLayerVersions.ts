import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import type { LambdaParts } from '../lambda-parts.ts'
import { layerVersionItem } from '../layers/layer-answer.ts'
import { nameLayer } from '../layers/layer-name.ts'
import { fits, pageOfLayerVersions } from '../layers/stored-layers.ts'
import { checkedMarker, pageSize } from '../list-page.ts'

type Types = Operations['ListLayerVersions']

/** A layer's versions, latest first. */
export function listLayerVersions(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameLayer(call, input.LayerName)
    const page = { limit: pageSize(input.MaxItems), after: input.Marker }
    const { records, next } = await checkedMarker(pageOfLayerVersions(parts.store, named, page))
    const shown = records.filter((record) => fits(record, input.CompatibleRuntime, input.CompatibleArchitecture))
    return { LayerVersions: shown.map(layerVersionItem), ...(next === undefined ? {} : { NextMarker: next }) }
  }
}
