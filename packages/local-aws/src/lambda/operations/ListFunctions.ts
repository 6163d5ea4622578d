import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { InvalidCursorError } from '@herald/storage'
import { functions } from '../collections.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { describe } from '../stored-functions.ts'

type Types = Operations['ListFunctions']

/** AWS gives at most 50 functions at once, whatever MaxItems says. */
const PAGE = 50

/** The functions of the account and region, by name. */
export function listFunctions(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const page = await parts.store
      .find(functions, {
        where: [{ column: 'place', equals: `${call.accountId}/${call.region}` }],
        orderBy: 'name',
        limit: Math.min(input.MaxItems ?? PAGE, PAGE),
        ...(input.Marker ? { after: input.Marker } : {}),
      })
      .catch((error: unknown) => {
        throw error instanceof InvalidCursorError ? refusals.invalid('The marker is not valid.') : error
      })
    return {
      Functions: page.docs.map((record) => describe(parts, record)),
      ...(page.next === undefined ? {} : { NextMarker: page.next }),
    }
  }
}
