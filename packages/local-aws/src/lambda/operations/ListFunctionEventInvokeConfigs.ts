import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { eventInvokeAnswer } from '../event-invoke-config.ts'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { readFunction } from '../stored-functions.ts'

type Types = Operations['ListFunctionEventInvokeConfigs']

/** The settings of `$LATEST`, the only version there is. */
export function listFunctionEventInvokeConfigs(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const record = await readFunction(parts.store, nameFunction(call, input.FunctionName))
    return { FunctionEventInvokeConfigs: record.eventInvoke ? [eventInvokeAnswer(record)] : [] }
  }
}
