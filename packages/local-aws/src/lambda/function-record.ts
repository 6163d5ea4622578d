import type { DestinationConfig, LoggingConfig, TracingConfig } from '@herald/protocol/lambda'
import type { PolicyStatement } from './policy-statement.ts'

/** A function as it is stored. Its code lies in the work folder under its hash, or in a mounted folder. */
export interface FunctionRecord {
  accountId: string
  region: string
  name: string
  runtime: string
  handler: string
  role: string
  description: string
  /** Seconds. */
  timeout: number
  /** Megabytes. */
  memorySize: number
  ephemeralStorage: number
  architecture: 'x86_64' | 'arm64'
  tracing: NonNullable<TracingConfig['Mode']>
  logging: LoggingConfig
  /** The environment variables, sealed; absent when the function has none. */
  environment?: string
  kmsKeyArn?: string
  /** SHA-256 of the package: in hexadecimal, as it names the archive; empty for a mounted folder. */
  codeHash: string
  codeSize: number
  /** A folder on disk that is served in place. */
  folder?: string
  /** Milliseconds since 1970. */
  lastModified: number
  /** Changes with everything, the policy included. */
  revisionId: string
  /** Changes with what a sandbox is made of: code and configuration. */
  deployment: string
  statements: PolicyStatement[]
  tags: Record<string, string>
  /** In the order of the request; later ones lie over earlier ones. */
  layers?: LayerReference[]
  /** The number of the version that was published last; numbers are not used again. */
  lastVersion?: number
  reservedConcurrency?: number
  eventInvoke?: EventInvokeRecord
  /** The same for versions and aliases, by qualifier. */
  eventInvokeOf?: Record<string, EventInvokeRecord>
}

/** A layer's version that a function uses. It stays usable when the layer's version is deleted. */
export interface LayerReference {
  arn: string
  /** SHA-256 of its package, in hexadecimal. */
  codeHash: string
  codeSize: number
}

/** A published version: the function as it was. Its policy and settings lie with the function. */
export interface VersionRecord extends FunctionRecord {
  version: number
}

/** A name for a version. */
export interface AliasRecord {
  accountId: string
  region: string
  /** Of the function. */
  name: string
  alias: string
  /** `$LATEST` or a number. */
  version: string
  description: string
  revisionId: string
}

/** How asynchronous invocations of a function are treated. */
export interface EventInvokeRecord {
  maximumRetryAttempts?: number
  maximumEventAgeInSeconds?: number
  destinations: DestinationConfig
  /** Milliseconds since 1970. */
  lastModified: number
}

/** Names a function among all regions and accounts: `<account>/<region>/<name>`, and `:<qualifier>` where there is one. */
export function functionKey(
  of: { accountId: string; region: string; name: string },
  qualifier?: string | undefined,
): string {
  return `${of.accountId}/${of.region}/${of.name}${qualifier === undefined ? '' : `:${qualifier}`}`
}

/** Takes a key of `functionKey` apart. */
export function placeOfKey(key: string): {
  accountId: string
  region: string
  name: string
  qualifier: string | undefined
} {
  const [accountId = '', region = '', rest = ''] = key.split('/')
  const [name = '', qualifier] = rest.split(':')
  return { accountId, region, name, qualifier }
}

export function functionArn(
  of: { accountId: string; region: string; name: string },
  qualifier?: string | undefined,
): string {
  const arn = `arn:aws:lambda:${of.region}:${of.accountId}:function:${of.name}`
  return qualifier === undefined ? arn : `${arn}:${qualifier}`
}
