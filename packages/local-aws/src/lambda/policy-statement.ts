/** One statement of a function's resource policy, members in the order AWS writes them. */
export interface PolicyStatement {
  Sid: string
  Effect: 'Allow' | 'Deny'
  Principal: '*' | { Service: string } | { AWS: string }
  Action: string
  Resource: string
  Condition?: Record<string, Record<string, string>>
}

/** A function's resource policy as GetPolicy answers it. */
export function policyDocument(statements: readonly PolicyStatement[]) {
  return { Version: '2012-10-17', Id: 'default', Statement: statements }
}
