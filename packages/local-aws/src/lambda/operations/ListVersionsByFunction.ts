import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { versions } from '../collections.ts'
import { nameFunction } from '../function-name.ts'
import { functionArn, functionKey } from '../function-record.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { checkedMarker, pageSize } from '../list-page.ts'
import { describe, readFunction } from '../stored-functions.ts'

type Types = Operations['ListVersionsByFunction']

/** `$LATEST`, then the versions from the first on. */
export function listVersionsByFunction(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const record = await readFunction(parts.store, nameFunction(call, input.FunctionName))
    const arn = functionArn(record)
    const page = await checkedMarker(
      parts.store.find(versions, {
        where: [{ column: 'functionKey', equals: functionKey(record) }],
        orderBy: 'ordinal',
        limit: pageSize(input.MaxItems),
        ...(input.Marker ? { after: input.Marker } : {}),
      }),
    )
    const shown = page.docs.map((version) =>
      describe(parts, version, { arn: `${arn}:${version.version}`, version: String(version.version) }),
    )
    const latest = describe(parts, record, { arn: `${arn}:$LATEST`, version: '$LATEST' })
    return {
      Versions: input.Marker ? shown : [latest, ...shown],
      ...(page.next === undefined ? {} : { NextMarker: page.next }),
    }
  }
}
