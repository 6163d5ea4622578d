import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { aliasAnswer, refuseRouting } from '../alias-answer.ts'
import { aliases } from '../collections.ts'
import { nameFunction } from '../function-name.ts'
import type { AliasRecord } from '../function-record.ts'
import { aliasKeyOf, checkVersion } from '../function-target.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'

type Types = Operations['CreateAlias']

/** Gives a version a name. */
export function createAlias(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName)
    refuseRouting(input.RoutingConfig)
    const record: AliasRecord = {
      accountId: named.accountId,
      region: named.region,
      name: named.name,
      alias: input.Name,
      version: input.FunctionVersion,
      description: input.Description ?? '',
      revisionId: parts.environment.random.uuid(),
    }
    await parts.store.transaction(async (tx) => {
      await checkVersion(tx, named, input.FunctionVersion)
      const key = aliasKeyOf(named, input.Name)
      if (await tx.get(aliases, key)) throw refusals.aliasExists(`${named.arn}:${input.Name}`)
      tx.insert(aliases, key, record)
    })
    return aliasAnswer(record)
  }
}
