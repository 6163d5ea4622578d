import type { Architecture, Runtime } from '@herald/protocol/lambda'

/** A layer's name, and how many versions it has had: numbers are not used again. */
export interface LayerRecord {
  accountId: string
  region: string
  name: string
  lastVersion: number
}

/** A version of a layer. Its package lies in the work folder under its hash. */
export interface LayerVersionRecord {
  accountId: string
  region: string
  /** Of the layer. */
  name: string
  version: number
  description: string
  license: string | undefined
  runtimes: Runtime[]
  architectures: Architecture[]
  /** SHA-256 of the package, in hexadecimal. */
  codeHash: string
  codeSize: number
  /** Milliseconds since 1970. */
  createdAt: number
  /** It is not shown any more, and kept for the functions that use it. */
  deleted?: boolean
}

type Place = { accountId: string; region: string; name: string }

export function layerArn(of: Place): string {
  return `arn:aws:lambda:${of.region}:${of.accountId}:layer:${of.name}`
}

export const layerKeyOf = (of: Place) => [of.accountId, of.region, of.name] as const

export const layerVersionKeyOf = (of: Place & { version: number }) => [...layerKeyOf(of), String(of.version)] as const
