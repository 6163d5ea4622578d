import type { FunctionConfiguration } from '@herald/protocol/lambda'
import { type FunctionRecord, functionArn } from './function-record.ts'

/** A version of a function, and the ARN that it was asked for by. */
export interface NamedVersion {
  arn: string
  /** `$LATEST` or a number. */
  version: string
}

/**
 * A function's configuration as AWS answers it. The local Lambda is ready at once, so State is `Active` and
 * LastUpdateStatus `Successful` in every answer; AWS says `Pending` and `InProgress` for a few seconds.
 * @param variables the opened environment variables, where the function has some.
 * @param named how the caller asked for it; as the function itself when left out
 */
export function configurationOf(
  record: FunctionRecord,
  variables: Record<string, string> | undefined,
  named: NamedVersion = { arn: functionArn(record), version: '$LATEST' },
): FunctionConfiguration {
  return {
    FunctionName: record.name,
    FunctionArn: named.arn,
    Runtime: record.runtime as NonNullable<FunctionConfiguration['Runtime']>,
    Role: record.role,
    Handler: record.handler,
    CodeSize: record.codeSize,
    Description: record.description,
    Timeout: record.timeout,
    MemorySize: record.memorySize,
    LastModified: lastModifiedText(record.lastModified),
    CodeSha256: record.folder === undefined ? Buffer.from(record.codeHash, 'hex').toString('base64') : 'mounted',
    Version: named.version,
    ...(record.kmsKeyArn ? { KMSKeyArn: record.kmsKeyArn } : {}),
    ...(variables ? { Environment: { Variables: variables } } : {}),
    ...(record.layers?.length
      ? { Layers: record.layers.map(({ arn, codeSize }) => ({ Arn: arn, CodeSize: codeSize })) }
      : {}),
    TracingConfig: { Mode: record.tracing },
    RevisionId: record.revisionId,
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [record.architecture],
    EphemeralStorage: { Size: record.ephemeralStorage },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    RuntimeVersionConfig: {
      RuntimeVersionArn: `arn:aws:lambda:${record.region}::runtime:${'0'.repeat(64)}`,
    },
    LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${record.name}`, ...record.logging },
  }
}

/** AWS writes times of functions as `2026-11-21T01:02:03.000+0000`. */
export function lastModifiedText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000')
}
