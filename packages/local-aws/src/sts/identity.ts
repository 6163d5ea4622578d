import { createHash } from 'node:crypto'
import type { Caller } from '@herald/protocol'
import { uniqueId } from './credential-text.ts'

/** `arn:aws:sts::<account>:assumed-role/<role>/<session>` → its unique id as AWS shows it: `AROA…:<session>`. */
function sessionUserId(arn: string): string | undefined {
  const session = /^(arn:[\w-]+:sts::\d{12}:assumed-role\/[^/]+)\/(.+)$/.exec(arn)
  return session ? `${roleId(session[1]!)}:${session[2]}` : undefined
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/** The unique id of a role, by the ARN of its sessions without the session's name. */
export const roleId = (role: string) => uniqueId('AROA', sha256(role))

/** What `GetCallerIdentity` calls the caller's `UserId`. */
export function userId(caller: Extract<Caller, { arn: string }>): string {
  return sessionUserId(caller.arn) ?? uniqueId('AIDA', sha256(caller.arn))
}
