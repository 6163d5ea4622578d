import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { eventInvokeAnswer } from '../event-invoke-config.ts'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { readFunction } from '../stored-functions.ts'

type Types = Operations['ListFunctionEventInvokeConfigs']

/** The settings of `$LATEST`, then those of versions and aliases. */
export function listFunctionEventInvokeConfigs(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const record = await readFunction(parts.store, nameFunction(call, input.FunctionName))
    const qualifiers = [...(record.eventInvoke ? [undefined] : []), ...Object.keys(record.eventInvokeOf ?? {})]
    return { FunctionEventInvokeConfigs: qualifiers.map((qualifier) => eventInvokeAnswer(record, { qualifier })) }
  }
}
