import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { packageOf } from '../code-input.ts'
import { layers, layerVersions } from '../collections.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { layerVersionAnswer } from '../layers/layer-answer.ts'
import { nameLayer } from '../layers/layer-name.ts'
import { type LayerVersionRecord, layerKeyOf, layerVersionKeyOf } from '../layers/layer-record.ts'
import { forgetCode } from '../stored-functions.ts'

type Types = Operations['PublishLayerVersion']

/** Adds a version to a layer, from a zip; the first one makes the layer. */
export function publishLayerVersion(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameLayer(call, input.LayerName)
    const archive = packageOf(input.Content)
    let hash = ''
    try {
      return await parts.code.keep(archive, async (code) => {
        hash = code.hash
        const record = await parts.store.transaction(async (tx) => {
          const version = ((await tx.get(layers, layerKeyOf(named)))?.lastVersion ?? 0) + 1
          const made: LayerVersionRecord = {
            ...named,
            version,
            description: input.Description ?? '',
            license: input.LicenseInfo,
            runtimes: input.CompatibleRuntimes ?? [],
            architectures: input.CompatibleArchitectures ?? [],
            codeHash: code.hash,
            codeSize: code.size,
            createdAt: parts.environment.clock.now(),
          }
          tx.put(layers, layerKeyOf(named), { ...named, lastVersion: version })
          tx.insert(layerVersions, layerVersionKeyOf(made), made)
          return made
        })
        return layerVersionAnswer(record, parts.downloads.link(call.endpoint, code.hash))
      })
    } catch (error) {
      await forgetCode(parts, hash)
      throw error
    }
  }
}
