import type { Operation } from '@herald/protocol'
import type { LayersListItem, Operations } from '@herald/protocol/lambda'
import { layers } from '../collections.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { layerVersionItem } from '../layers/layer-answer.ts'
import { layerArn } from '../layers/layer-record.ts'
import { fits, pageOfLayerVersions } from '../layers/stored-layers.ts'
import { checkedMarker, pageSize } from '../list-page.ts'

type Types = Operations['ListLayers']

/** Versions of one layer that are looked through for one that fits. */
const DEPTH = 1000

/** The layers of the account and region by name, each with its latest version that fits. */
export function listLayers(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const page = await checkedMarker(
      parts.store.find(layers, {
        where: [{ column: 'place', equals: `${call.accountId}/${call.region}` }],
        orderBy: 'name',
        limit: pageSize(input.MaxItems),
        ...(input.Marker ? { after: input.Marker } : {}),
      }),
    )
    const items: LayersListItem[] = []
    for (const layer of page.docs) {
      const { records } = await pageOfLayerVersions(parts.store, layer, { limit: DEPTH })
      const latest = records.find((record) => fits(record, input.CompatibleRuntime, input.CompatibleArchitecture))
      if (!latest) continue
      items.push({ LayerName: layer.name, LayerArn: layerArn(layer), LatestMatchingVersion: layerVersionItem(latest) })
    }
    return { Layers: items, ...(page.next === undefined ? {} : { NextMarker: page.next }) }
  }
}
