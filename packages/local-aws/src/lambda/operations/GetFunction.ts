import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { describe, readFunction } from '../stored-functions.ts'

type Types = Operations['GetFunction']

/** A function with a link to its package. A mounted folder has no package, so no link either. */
export function getFunction(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const record = await readFunction(parts.store, nameFunction(call, input.FunctionName, input.Qualifier))
    return {
      Configuration: describe(parts, record),
      Code: {
        RepositoryType: 'S3',
        ...(record.codeHash ? { Location: parts.downloads.link(call.endpoint, record.codeHash) } : {}),
      },
      ...(Object.keys(record.tags).length > 0 ? { Tags: record.tags } : {}),
      ...(record.reservedConcurrency === undefined
        ? {}
        : { Concurrency: { ReservedConcurrentExecutions: record.reservedConcurrency } }),
    }
  }
}
