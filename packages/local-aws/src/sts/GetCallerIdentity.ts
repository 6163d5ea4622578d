import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/sts'
import { accountOfArn } from '../iam/index.ts'
import { userId } from './identity.ts'
import { accessDenied, missingToken } from './refusals.ts'

type Types = Operations['GetCallerIdentity']

/** Names the caller. Nobody needs a permission for it (AWS documents). */
export const GetCallerIdentity: Operation<Types['input'], Types['output']> = async (call) => {
  const { caller } = call
  if (caller.kind === 'anonymous') throw missingToken()
  if (caller.kind === 'service') throw accessDenied('An AWS service has no identity in an account.')
  return { UserId: userId(caller), Account: accountOfArn(caller.arn) ?? call.accountId, Arn: caller.arn }
}
