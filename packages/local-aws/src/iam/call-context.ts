import type { Call } from '@herald/protocol'
import type { ConditionContext } from './conditions.ts'
import { conditionContext } from './conditions.ts'
import { principalOf } from './principals.ts'

/**
 * The condition keys that every request carries (`aws:PrincipalArn`, `aws:SourceArn`, `aws:CurrentTime` …), with the
 * service's own `values` beside them. `aws:SecureTransport` is true: the local address stands for AWS's, which is TLS.
 * @param now milliseconds since 1970
 */
export function callContext(
  call: Call,
  now: number,
  values: Readonly<Record<string, string | boolean | number | readonly string[] | undefined>> = {},
): ConditionContext {
  const { caller } = call
  const principal = principalOf(caller)
  const service = caller.kind === 'service' ? caller : undefined
  return conditionContext({
    'aws:CurrentTime': new Date(now).toISOString(),
    'aws:EpochTime': Math.floor(now / 1000),
    'aws:PrincipalAccount': principal.accountId,
    'aws:PrincipalArn': principal.principalArn,
    'aws:PrincipalIsAWSService': service !== undefined,
    'aws:PrincipalServiceName': service?.service,
    'aws:RequestedRegion': call.region,
    'aws:SecureTransport': true,
    'aws:SourceAccount': service?.sourceAccount,
    'aws:SourceArn': service?.sourceArn,
    'aws:SourceIp': service ? undefined : call.sourceIp,
    'aws:UserAgent': call.userAgent,
    'aws:ViaAWSService': false,
    'aws:username': caller.kind === 'account' ? /:user\/(?:.*\/)?([^/]+)$/.exec(caller.arn)?.[1] : undefined,
    ...values,
  })
}
