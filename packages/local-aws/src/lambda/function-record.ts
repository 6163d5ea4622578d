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
  reservedConcurrency?: number
  eventInvoke?: EventInvokeRecord
}

/** How asynchronous invocations of a function are treated. */
export interface EventInvokeRecord {
  maximumRetryAttempts?: number
  maximumEventAgeInSeconds?: number
  destinations: DestinationConfig
  /** Milliseconds since 1970. */
  lastModified: number
}

/** Names a function among all regions and accounts: `<account>/<region>/<name>`. */
export function functionKey(of: { accountId: string; region: string; name: string }): string {
  return `${of.accountId}/${of.region}/${of.name}`
}

export function functionArn(of: { accountId: string; region: string; name: string }): string {
  return `arn:aws:lambda:${of.region}:${of.accountId}:function:${of.name}`
}
