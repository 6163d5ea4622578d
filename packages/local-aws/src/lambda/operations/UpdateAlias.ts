import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { aliasAnswer, refuseRouting } from '../alias-answer.ts'
import { aliases } from '../collections.ts'
import { nameFunction } from '../function-name.ts'
import type { AliasRecord } from '../function-record.ts'
import { aliasKeyOf, checkVersion, readAlias } from '../function-target.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'

type Types = Operations['UpdateAlias']

/** Leads an alias to another version, or changes its description; what is left out stays. */
export function updateAlias(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName)
    refuseRouting(input.RoutingConfig)
    const changed = await parts.store.transaction(async (tx) => {
      const record = await readAlias(tx, named, input.Name)
      if (input.RevisionId !== undefined && input.RevisionId !== record.revisionId) throw refusals.staleRevision()
      if (input.FunctionVersion !== undefined) await checkVersion(tx, named, input.FunctionVersion)
      const after: AliasRecord = {
        ...record,
        version: input.FunctionVersion ?? record.version,
        description: input.Description ?? record.description,
        revisionId: parts.environment.random.uuid(),
      }
      tx.put(aliases, aliasKeyOf(named, input.Name), after)
      return after
    })
    return aliasAnswer(changed)
  }
}
