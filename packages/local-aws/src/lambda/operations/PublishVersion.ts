import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import { functionArn } from '../function-record.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { publish } from '../publish-version.ts'
import { refusals } from '../refusals.ts'
import { describe, readFunction } from '../stored-functions.ts'

type Types = Operations['PublishVersion']

/** Makes a version of the function's code and configuration as they are. */
export function publishVersion(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName)
    if (input.PublishTo !== undefined) throw refusals.notBuilt('PublishTo')
    const made = await parts.store.transaction(async (tx) => {
      const record = await readFunction(tx, named)
      if (input.RevisionId !== undefined && input.RevisionId !== record.revisionId) throw refusals.staleRevision()
      const ours = Buffer.from(record.codeHash, 'hex').toString('base64')
      if (input.CodeSha256 !== undefined && input.CodeSha256 !== ours) {
        throw refusals.invalid(
          `CodeSHA256 (${input.CodeSha256}) is different from current CodeSHA256 in $LATEST (${ours}). Please try again with the CodeSHA256 in $LATEST.`,
        )
      }
      return publish(parts, tx, record, input.Description)
    })
    return describe(parts, made, { arn: `${functionArn(made)}:${made.version}`, version: String(made.version) })
  }
}
