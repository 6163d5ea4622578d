import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameQualified } from '../function-name.ts'
import { readTarget } from '../function-target.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { describe } from '../stored-functions.ts'

type Types = Operations['GetFunction']

/** A function with a link to its package. A mounted folder has no package, so no link either. */
export function getFunction(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    const { record, code, version } = await readTarget(parts.store, named)
    return {
      Configuration: describe(parts, code, { arn: named.askedArn, version }),
      Code: {
        RepositoryType: 'S3',
        ...(code.codeHash ? { Location: parts.downloads.link(call.endpoint, code.codeHash) } : {}),
      },
      ...(Object.keys(record.tags).length > 0 ? { Tags: record.tags } : {}),
      ...(record.reservedConcurrency === undefined
        ? {}
        : { Concurrency: { ReservedConcurrentExecutions: record.reservedConcurrency } }),
    }
  }
}
