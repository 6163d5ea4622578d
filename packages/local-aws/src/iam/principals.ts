import type { Caller } from '@herald/protocol'

/** Who asks, in the terms of a policy. */
export interface Principal {
  /** Every ARN by which a policy may name the caller: a session's own ARN and that of its role. */
  readonly arns: readonly string[]
  /** What `aws:PrincipalArn` holds: of a session, its role. */
  readonly principalArn: string | undefined
  /** The account whose root a policy may delegate to. AWS services belong to none. */
  readonly accountId: string | undefined
  /** `cognito-idp.amazonaws.com`, where an AWS service calls. */
  readonly service: string | undefined
}

const SESSION = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\/.+$/

/** The principal behind a caller. An anonymous one is named by nothing but a wildcard. */
export function principalOf(caller: Caller): Principal {
  switch (caller.kind) {
    case 'anonymous':
      return { arns: [], principalArn: undefined, accountId: undefined, service: undefined }
    case 'service':
      return { arns: [], principalArn: undefined, accountId: undefined, service: caller.service }
    case 'function':
      return {
        arns: [caller.arn, caller.roleArn],
        principalArn: caller.roleArn,
        // Lambda takes no role of another account, so the function's account is the role's, whatever placeholder it bears.
        accountId: accountOfArn(caller.functionArn),
        service: undefined,
      }
    case 'account': {
      const session = SESSION.exec(caller.arn)
      const roleArn = session && `arn:${session[1]}:iam::${session[2]}:role/${session[3]}`
      return {
        arns: roleArn ? [caller.arn, roleArn] : [caller.arn],
        principalArn: roleArn ?? caller.arn,
        accountId: accountOfArn(caller.arn),
        service: undefined,
      }
    }
  }
}

/** The 12 digits of an ARN's account, where it has one. */
export function accountOfArn(arn: string): string | undefined {
  const account = arn.split(':')[4]
  return account && /^\d{12}$/.test(account) ? account : undefined
}

/** How AWS names the caller in a refusal. */
export function nameOfCaller(caller: Caller): string {
  switch (caller.kind) {
    case 'anonymous':
      return 'anonymous'
    case 'service':
      return caller.service
    default:
      return caller.arn
  }
}

/** The `Principal` or `NotPrincipal` element of a statement, as lists; `everyone` stands for `"*"`. */
export interface PrincipalElement {
  readonly everyone: boolean
  readonly aws: readonly string[]
  readonly services: readonly string[]
}

const ACCOUNT = /^(?:(\d{12})|arn:[\w-]+:iam::(\d{12}):root)$/
const ROLE = /^arn:[\w-]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/

/**
 * Whether a statement's principals name the caller. The root of an account (or its bare number) names everybody in the
 * account, for identity policies allow everything here; it never names an AWS service.
 */
export function namesPrincipal(element: PrincipalElement, principal: Principal): boolean {
  if (element.everyone) return true
  if (principal.service !== undefined) return element.services.includes(principal.service)
  return element.aws.some((name) => {
    const account = ACCOUNT.exec(name)
    if (account) return principal.accountId === (account[1] ?? account[2])
    return principal.arns.includes(name) || isRoleOfSession(name, principal)
  })
}

/** A session's ARN drops its role's path, so a role with a path is recognised by account and name. */
function isRoleOfSession(name: string, principal: Principal): boolean {
  const role = ROLE.exec(name)
  if (!role || !principal.arns[0]?.includes(':assumed-role/')) return false
  if (principal.principalArn?.slice(principal.principalArn.indexOf(':role/') + 6).includes('/')) return false
  return role[1] === principal.accountId && principal.principalArn?.endsWith(`:role/${role[2]}`) === true
}
