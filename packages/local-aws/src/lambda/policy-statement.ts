/** One statement of a function's resource policy, members in the order AWS writes them. */
export interface PolicyStatement {
  Sid: string
  Effect: 'Allow' | 'Deny'
  Principal: '*' | { Service: string } | { AWS: string }
  Action: string
  Resource: string
  Condition?: Record<string, Record<string, string>>
}

/**
 * The policy of the function itself, or of the version or alias that is named. A statement holds for the one ARN that it was
 * added to, and `$LATEST` is the function itself.
 */
export function statementsFor(
  record: { statements: PolicyStatement[] },
  named: { arn: string; askedArn: string; qualifier: string | undefined },
): PolicyStatement[] {
  const wanted = named.qualifier === undefined ? [named.arn, `${named.arn}:$LATEST`] : [named.askedArn]
  return record.statements.filter(({ Resource }) => wanted.includes(Resource))
}

/** A function's resource policy as GetPolicy answers it. */
export function policyDocument(statements: readonly PolicyStatement[]) {
  return { Version: '2012-10-17', Id: 'default', Statement: statements }
}
