import { UNPACKED_LIMIT } from '../code/unpack-archive.ts'
import { layerVersions } from '../collections.ts'
import type { LayerReference } from '../function-record.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { readLayerVersionArn } from './layer-name.ts'
import { layerVersionKeyOf } from './layer-record.ts'

/** AWS documents at most five. */
const LIMIT = 5

/**
 * The layers that a function names, in its order. A layer that was deleted stays where the function has it already.
 * @param had what the function has
 * @throws {ServiceError} InvalidParameterValueException
 */
export async function resolveLayers(
  parts: LambdaParts,
  arns: readonly string[],
  had: readonly LayerReference[] = [],
): Promise<LayerReference[]> {
  if (arns.length > LIMIT) throw refusals.invalid(`Cannot reference more than ${LIMIT} layers.`)
  const seen = new Map<string, string>()
  const found: LayerReference[] = []
  for (const arn of arns) {
    const named = readLayerVersionArn(arn)
    if (!named) throw refusals.invalid(`Invalid Layer version arn: ${arn.slice(0, 200)}`)
    const layer = arn.slice(0, arn.lastIndexOf(':'))
    const other = seen.get(layer)
    if (other !== undefined) {
      throw refusals.invalid(
        other === arn
          ? 'Two references to the same layer version are not allowed in one function.'
          : 'Two different versions of the same layer are not allowed to be referenced in the same function.',
      )
    }
    seen.set(layer, arn)
    const kept = had.find((reference) => reference.arn === arn)
    const record = kept ? undefined : await parts.store.get(layerVersions, layerVersionKeyOf(named))
    if (!kept && (!record || record.deleted)) throw refusals.invalid(`Layer version ${arn} does not exist.`)
    if (kept) found.push(kept)
    else if (record) found.push({ arn, codeHash: record.codeHash, codeSize: record.codeSize })
  }
  return found
}

/**
 * A function and its layers together must not be larger than a function alone may be.
 * @param codeHash of the function's own package, which must be kept already; empty for a mounted folder
 * @throws {ServiceError} InvalidParameterValueException
 */
export async function checkUnpackedSize(
  parts: LambdaParts,
  codeHash: string,
  layers: readonly LayerReference[],
): Promise<void> {
  if (layers.length === 0) return
  const hashes = [...(codeHash ? [codeHash] : []), ...layers.map((layer) => layer.codeHash)]
  const sizes = await Promise.all(hashes.map((hash) => parts.code.unpackedSizeOf(hash)))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total > UNPACKED_LIMIT) {
    throw refusals.invalid(
      `Function code combined with layers exceeds the maximum allowed size of ${UNPACKED_LIMIT} bytes. The actual size is ${total} bytes.`,
    )
  }
}
