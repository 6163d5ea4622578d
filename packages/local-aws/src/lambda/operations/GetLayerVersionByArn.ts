import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import type { LambdaParts } from '../lambda-parts.ts'
import { layerVersionAnswer } from '../layers/layer-answer.ts'
import { readLayerVersionArn } from '../layers/layer-name.ts'
import { readLayerVersion } from '../layers/stored-layers.ts'
import { refusals } from '../refusals.ts'

type Types = Operations['GetLayerVersionByArn']

/** As GetLayerVersion, by the version's ARN. */
export function getLayerVersionByArn(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = readLayerVersionArn(input.Arn)
    if (!named) throw refusals.invalid(`Invalid Layer version arn: ${input.Arn.slice(0, 200)}`)
    const record = await readLayerVersion(parts.store, named)
    return layerVersionAnswer(record, parts.downloads.link(call.endpoint, record.codeHash))
  }
}
