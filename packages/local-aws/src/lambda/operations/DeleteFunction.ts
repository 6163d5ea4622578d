import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { functions } from '../collections.ts'
import { nameFunction } from '../function-name.ts'
import { functionKey } from '../function-record.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { forgetCode, keyOf, readFunction } from '../stored-functions.ts'

type Types = Operations['DeleteFunction']

/** Deletes a function, its policy and its settings. What runs finishes; events that wait are dropped when their turn comes. */
export function deleteFunction(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName, input.Qualifier)
    if (named.askedArn !== named.arn) {
      throw refusals.invalid('$LATEST version cannot be deleted without deleting the function.')
    }
    const record = await parts.store.transaction(async (tx) => {
      const found = await readFunction(tx, named)
      tx.delete(functions, keyOf(named))
      return found
    })
    const sequence = parts.nextSequence()
    void parts.sandboxes
      .retire(functionKey(record), sequence, refusals.notFound(named.arn))
      .then(() => forgetCode(parts, record.codeHash))
      .catch(() => {})
    return { StatusCode: 204 }
  }
}
