import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/sts'
import type { Credentials } from './credentials.ts'
import { accessDenied, missingToken } from './refusals.ts'

type Types = Operations['GetSessionToken']

const DEFAULT_SECONDS = 43_200

/** Gives temporary credentials of the caller itself. Sessions cannot ask for another one (AWS documents). */
export function getSessionToken(credentials: Credentials): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const { caller } = call
    if (caller.kind === 'anonymous') throw missingToken()
    if (caller.kind !== 'account' || caller.arn.includes(':assumed-role/')) {
      throw accessDenied('Cannot call GetSessionToken with session credentials')
    }
    const issued = credentials.issueSession(caller.arn, (input.DurationSeconds ?? DEFAULT_SECONDS) * 1000)
    return {
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretAccessKey: issued.secretAccessKey,
        SessionToken: issued.sessionToken,
        Expiration: new Date(issued.expiresAt),
      },
    }
  }
}
