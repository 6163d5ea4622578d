import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/sts'
import { type Credentials, sessionArn } from './credentials.ts'
import { roleId } from './identity.ts'
import { accessDenied, missingToken, validationError } from './refusals.ts'

type Types = Operations['AssumeRole']

const DEFAULT_SECONDS = 3600
const ROLE = /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]*[\w+=,.@-]$/

/**
 * Gives credentials under which the caller is the role's session from then on. Any role may be assumed, for there is no
 * IAM here yet that could know roles or whom they trust.
 */
export function assumeRole(credentials: Credentials): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    if (call.caller.kind === 'anonymous') throw missingToken()
    if (call.caller.kind === 'service') throw accessDenied('An AWS service does not assume roles here.')
    if (!ROLE.test(input.RoleArn)) throw validationError(`${input.RoleArn} is invalid`)
    if (input.Policy !== undefined || input.PolicyArns?.length) {
      throw validationError('Session policies (Policy, PolicyArns) are not built yet: leave them out.')
    }
    const arn = sessionArn(input.RoleArn, input.RoleSessionName)
    const issued = credentials.issueSession(arn, (input.DurationSeconds ?? DEFAULT_SECONDS) * 1000)
    return {
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretAccessKey: issued.secretAccessKey,
        SessionToken: issued.sessionToken,
        Expiration: new Date(issued.expiresAt),
      },
      AssumedRoleUser: {
        AssumedRoleId: `${roleId(arn.slice(0, arn.lastIndexOf('/')))}:${input.RoleSessionName}`,
        Arn: arn,
      },
      ...(input.SourceIdentity === undefined ? {} : { SourceIdentity: input.SourceIdentity }),
    }
  }
}
