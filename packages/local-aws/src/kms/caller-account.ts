import type { Call } from '@herald/protocol'
import { principalOf } from '../iam/index.ts'

/** The account whose keys and aliases a bare name means. */
export function callerAccount(call: Call): string {
  const { caller } = call
  if (caller.kind === 'service') return caller.sourceAccount ?? call.accountId
  return principalOf(caller).accountId ?? call.accountId
}
