import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { aliasAnswer } from '../alias-answer.ts'
import { aliases } from '../collections.ts'
import { nameFunction } from '../function-name.ts'
import { functionKey } from '../function-record.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { checkedMarker, pageSize } from '../list-page.ts'
import { readFunction } from '../stored-functions.ts'

type Types = Operations['ListAliases']

/** A function's aliases by name; those of one version where one is named. */
export function listAliases(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const record = await readFunction(parts.store, nameFunction(call, input.FunctionName))
    const page = await checkedMarker(
      parts.store.find(aliases, {
        where: [{ column: 'functionKey', equals: functionKey(record) }],
        orderBy: 'alias',
        limit: pageSize(input.MaxItems),
        ...(input.Marker ? { after: input.Marker } : {}),
      }),
    )
    const wanted = page.docs.filter(({ version }) => version === (input.FunctionVersion ?? version))
    return { Aliases: wanted.map(aliasAnswer), ...(page.next === undefined ? {} : { NextMarker: page.next }) }
  }
}
