import type { PrincipalElement } from './principals.ts'

/** A policy as AWS writes it, checked and with every "one or a list" made a list. */
export interface Policy {
  readonly statements: readonly Statement[]
}

export interface Statement {
  readonly sid: string | undefined
  readonly effect: 'Allow' | 'Deny'
  readonly principals: PrincipalElement
  /** True for `NotPrincipal`, `NotAction` and `NotResource`. */
  readonly exceptPrincipals: boolean
  readonly actions: readonly string[]
  readonly exceptActions: boolean
  readonly resources: readonly string[]
  readonly exceptResources: boolean
  readonly conditions: readonly Condition[]
}

/** One line of a `Condition` block: all values for one key under one operator. */
export interface Condition {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

/** The text is not a policy. The message is meant for the caller. */
export class MalformedPolicyError extends Error {
  override name = 'MalformedPolicyError'
}

const STATEMENT_MEMBERS = new Set(
  'Sid Effect Principal NotPrincipal Action NotAction Resource NotResource Condition'.split(' '),
)

/**
 * Reads a resource policy.
 * @throws {MalformedPolicyError} with sentences as IAM words them.
 */
export function parsePolicy(text: string): Policy {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new MalformedPolicyError('Policy contains invalid JSON')
  }
  return readPolicy(document)
}

/** Like `parsePolicy`, for a document that is JSON already. */
export function readPolicy(document: unknown): Policy {
  if (!isObject(document)) throw new MalformedPolicyError('Syntax errors in policy.')
  for (const member of Object.keys(document)) {
    if (!['Version', 'Id', 'Statement'].includes(member)) {
      throw new MalformedPolicyError(`Syntax errors in policy: unknown element ${JSON.stringify(member)}.`)
    }
  }
  const version = document.Version
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') {
    throw new MalformedPolicyError('The policy must contain a valid version string.')
  }
  const statements = Array.isArray(document.Statement) ? document.Statement : [document.Statement]
  if (statements.length === 0 || document.Statement === undefined) {
    throw new MalformedPolicyError('Syntax errors in policy: a policy must contain at least one statement.')
  }
  return { statements: statements.map(readStatement) }
}

function readStatement(value: unknown): Statement {
  if (!isObject(value)) throw new MalformedPolicyError('Syntax errors in policy.')
  for (const member of Object.keys(value)) {
    if (!STATEMENT_MEMBERS.has(member)) {
      throw new MalformedPolicyError(`Syntax errors in policy: unknown element ${JSON.stringify(member)}.`)
    }
  }
  if (value.Effect !== 'Allow' && value.Effect !== 'Deny') {
    throw new MalformedPolicyError('Invalid effect: a statement is either Allow or Deny.')
  }
  const action = eitherOf(value, 'Action', 'actions')
  const resource = eitherOf(value, 'Resource', 'resources')
  const principal = eitherOf(value, 'Principal', 'principals')
  return {
    sid: typeof value.Sid === 'string' ? value.Sid : undefined,
    effect: value.Effect,
    principals: readPrincipals(principal.value),
    exceptPrincipals: principal.except,
    actions: texts(action.value, 'Action').map(checkAction),
    exceptActions: action.except,
    resources: texts(resource.value, 'Resource'),
    exceptResources: resource.except,
    conditions: readConditions(value.Condition),
  }
}

function eitherOf(statement: Record<string, unknown>, member: string, plural: string) {
  const except = statement[`Not${member}`]
  const value = statement[member]
  if ((value === undefined) === (except === undefined)) {
    throw new MalformedPolicyError(`Policy statement must contain ${plural}.`)
  }
  return value === undefined ? { value: except, except: true } : { value, except: false }
}

function checkAction(action: string): string {
  if (action !== '*' && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(action)) {
    throw new MalformedPolicyError('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.')
  }
  return action
}

const INVALID_PRINCIPALS = 'Policy contains a statement with one or more invalid principals.'
const AWS_PRINCIPAL =
  /^(?:\*|\d{12}|arn:[\w-]+:iam::\d{12}:(?:root|(?:user|role)\/[^*?]+)|arn:[\w-]+:sts::\d{12}:(?:assumed-role\/[^/*?]+\/[^*?]+|federated-user\/[^*?]+)|A[A-Z0-9]{15,})$/
const SERVICE_PRINCIPAL = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/

function readPrincipals(value: unknown): PrincipalElement {
  if (value === '*') return { everyone: true, aws: [], services: [] }
  if (!isObject(value) || Object.keys(value).length === 0) throw new MalformedPolicyError(INVALID_PRINCIPALS)
  for (const kind of Object.keys(value)) {
    if (!['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(kind)) {
      throw new MalformedPolicyError(INVALID_PRINCIPALS)
    }
  }
  const aws = value.AWS === undefined ? [] : texts(value.AWS, 'Principal')
  const services = value.Service === undefined ? [] : texts(value.Service, 'Principal')
  if (!aws.every((name) => AWS_PRINCIPAL.test(name)) || !services.every((name) => SERVICE_PRINCIPAL.test(name))) {
    throw new MalformedPolicyError(INVALID_PRINCIPALS)
  }
  return { everyone: aws.includes('*'), aws, services }
}

function readConditions(value: unknown): Condition[] {
  if (value === undefined) return []
  if (!isObject(value)) throw new MalformedPolicyError('Syntax errors in policy.')
  return Object.entries(value).flatMap(([operator, block]) => {
    if (!isOperator(operator)) throw new MalformedPolicyError(`Invalid Condition type : ${operator}.`)
    if (!isObject(block)) throw new MalformedPolicyError('Syntax errors in policy.')
    return Object.entries(block).map(([key, values]) => ({ operator, key, values: texts(values, 'Condition') }))
  })
}

const OPERATOR =
  /^(?:ForAnyValue:|ForAllValues:)?(?:Null|(?:String(?:Not)?(?:Equals|EqualsIgnoreCase|Like)|Numeric(?:Equals|NotEquals|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals)|Date(?:Equals|NotEquals|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals)|Bool|BinaryEquals|(?:Not)?IpAddress|Arn(?:Not)?(?:Equals|Like))(?:IfExists)?)$/

const isOperator = (operator: string) => OPERATOR.test(operator)

function texts(value: unknown, element: string): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.map((item) => {
    if (typeof item === 'string') return item
    if (element === 'Condition' && (typeof item === 'boolean' || typeof item === 'number')) return String(item)
    throw new MalformedPolicyError(`Syntax errors in policy: ${element} holds something that is not text.`)
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
