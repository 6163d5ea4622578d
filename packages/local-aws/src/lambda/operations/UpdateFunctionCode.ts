import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { packageOf } from '../code-input.ts'
import { nameFunction } from '../function-name.ts'
import type { FunctionRecord } from '../function-record.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { checkUnpackedSize } from '../layers/function-layers.ts'
import { publish } from '../publish-version.ts'
import { refusals } from '../refusals.ts'
import { changeFunction, deployAnew, describe, forgetCode, readFunction } from '../stored-functions.ts'

type Types = Operations['UpdateFunctionCode']

/** Gives a function new code. What runs finishes on the old one. */
export function updateFunctionCode(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName)
    const archive = packageOf(input)
    const current = await readFunction(parts.store, named)
    const withCode = (record: FunctionRecord, code: { hash: string; size: number }): FunctionRecord => {
      const { folder: _folder, ...rest } = record
      return {
        ...rest,
        codeHash: code.hash,
        codeSize: code.size,
        architecture: input.Architectures?.[0] ?? record.architecture,
        lastModified: parts.environment.clock.now(),
        deployment: parts.environment.random.uuid(),
      }
    }
    if (input.DryRun) {
      if (input.RevisionId !== undefined && input.RevisionId !== current.revisionId) throw refusals.staleRevision()
      return describe(parts, withCode(current, await parts.code.check(archive)))
    }
    let hash = ''
    try {
      const { before, after } = await parts.code.keep(archive, async (code) => {
        hash = code.hash
        await checkUnpackedSize(parts, code.hash, current.layers ?? [])
        return changeFunction(parts, named, input.RevisionId, (record) => withCode(record, code))
      })
      await deployAnew(parts, before)
      if (!input.Publish) return describe(parts, after)
      const made = await parts.store.transaction(async (tx) => publish(parts, tx, await readFunction(tx, named)))
      return describe(parts, made, { arn: `${named.arn}:${made.version}`, version: String(made.version) })
    } catch (error) {
      await forgetCode(parts, hash)
      throw error
    }
  }
}
