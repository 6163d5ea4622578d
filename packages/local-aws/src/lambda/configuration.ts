import type { FunctionConfiguration } from '@herald/protocol/lambda'
import { type FunctionRecord, functionArn } from './function-record.ts'

/**
 * A function's configuration as AWS answers it. The local Lambda is ready at once, so State is `Active` and
 * LastUpdateStatus `Successful` in every answer; AWS says `Pending` and `InProgress` for a few seconds.
 * @param variables the opened environment variables, where the function has some.
 */
export function configurationOf(
  record: FunctionRecord,
  variables: Record<string, string> | undefined,
): FunctionConfiguration {
  return {
    FunctionName: record.name,
    FunctionArn: functionArn(record),
    Runtime: record.runtime as NonNullable<FunctionConfiguration['Runtime']>,
    Role: record.role,
    Handler: record.handler,
    CodeSize: record.codeSize,
    Description: record.description,
    Timeout: record.timeout,
    MemorySize: record.memorySize,
    LastModified: lastModifiedText(record.lastModified),
    CodeSha256: record.folder === undefined ? Buffer.from(record.codeHash, 'hex').toString('base64') : 'mounted',
    Version: '$LATEST',
    ...(record.kmsKeyArn ? { KMSKeyArn: record.kmsKeyArn } : {}),
    ...(variables ? { Environment: { Variables: variables } } : {}),
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
