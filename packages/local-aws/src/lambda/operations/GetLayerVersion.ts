import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import type { LambdaParts } from '../lambda-parts.ts'
import { layerVersionAnswer } from '../layers/layer-answer.ts'
import { nameLayer } from '../layers/layer-name.ts'
import { readLayerVersion } from '../layers/stored-layers.ts'

type Types = Operations['GetLayerVersion']

/** A layer's version with a link to its package. */
export function getLayerVersion(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = { ...nameLayer(call, input.LayerName), version: input.VersionNumber }
    const record = await readLayerVersion(parts.store, named)
    return layerVersionAnswer(record, parts.downloads.link(call.endpoint, record.codeHash))
  }
}
