import type { Call } from '@herald/protocol'
import { refusals } from '../refusals.ts'

const NAME = /^(?:arn:aws[\w-]*:lambda:([a-z0-9-]+):(\d{12}):layer:)?([a-zA-Z0-9_-]{1,140})$/
const VERSION_ARN = /^arn:aws[\w-]*:lambda:([a-z0-9-]+):(\d{12}):layer:([a-zA-Z0-9_-]{1,140}):(\d{1,10})$/

export interface NamedLayer {
  accountId: string
  region: string
  name: string
}

/**
 * Reads a LayerName: a name or an ARN without a version.
 * @throws {ServiceError} InvalidParameterValueException
 */
export function nameLayer(call: Call, text: string): NamedLayer {
  const parts = NAME.exec(text)
  if (!parts) throw refusals.invalid(`Invalid Layer name: ${text.slice(0, 200)}`)
  const [, region = call.region, accountId = call.accountId, name = ''] = parts
  return { accountId, region, name }
}

/** Reads the ARN of a layer's version; undefined where it is none. */
export function readLayerVersionArn(arn: string): (NamedLayer & { version: number }) | undefined {
  const [, region, accountId, name, version] = VERSION_ARN.exec(arn) ?? []
  return region && accountId && name && version ? { region, accountId, name, version: Number(version) } : undefined
}
