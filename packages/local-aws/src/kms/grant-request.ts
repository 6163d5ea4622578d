import type { CreateGrantRequest, GrantConstraints } from '@herald/protocol/kms'
import { refusals } from './refusals.ts'

/** A principal of a grant, as the request named it. */
export interface GrantPrincipal {
  readonly name: string
  /** An AWS service, by either member. */
  readonly isService: boolean
  /** Whether it came in the member made for services. */
  readonly member: boolean
}

const ARN = /^arn:[\w-]+:(?:iam::\d{12}:(?:root|(?:user|role)\/.+)|sts::\d{12}:(?:assumed-role|federated-user)\/.+)$/
const SERVICE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/

/**
 * Who gets the grant.
 * @throws {ServiceError} ValidationException, InvalidArnException
 */
export function granteeOf(input: CreateGrantRequest): GrantPrincipal {
  const { GranteePrincipal, GranteeServicePrincipal } = input
  if ((GranteePrincipal === undefined) === (GranteeServicePrincipal === undefined)) {
    throw refusals.validation('You must specify either GranteePrincipal or GranteeServicePrincipal, but not both.')
  }
  if (GranteeServicePrincipal === undefined) return principal(GranteePrincipal ?? '')
  if (input.Constraints?.SourceArn === undefined) {
    throw refusals.validation('A grant with a GranteeServicePrincipal needs a SourceArn constraint.')
  }
  if (input.RetiringPrincipal === undefined && input.RetiringServicePrincipal === undefined) {
    throw refusals.validation(
      'A grant with a GranteeServicePrincipal needs a RetiringPrincipal or RetiringServicePrincipal.',
    )
  }
  return { name: GranteeServicePrincipal, isService: true, member: true }
}

/** Who may retire the grant, if anybody was named. */
export function retiringOf(input: CreateGrantRequest): GrantPrincipal | undefined {
  const { RetiringPrincipal, RetiringServicePrincipal } = input
  if (RetiringPrincipal !== undefined && RetiringServicePrincipal !== undefined) {
    throw refusals.validation('You can specify either RetiringPrincipal or RetiringServicePrincipal, but not both.')
  }
  if (RetiringServicePrincipal !== undefined) return { name: RetiringServicePrincipal, isService: true, member: true }
  return RetiringPrincipal === undefined ? undefined : principal(RetiringPrincipal)
}

/** AWS's own services give their service name where others give an ARN. */
function principal(name: string): GrantPrincipal {
  const isService = SERVICE.test(name)
  if (!isService && !ARN.test(name)) throw refusals.invalidPrincipal(name)
  return { name, isService, member: false }
}

export function constraintsOf(input: CreateGrantRequest): GrantConstraints | null {
  const { EncryptionContextEquals, EncryptionContextSubset, SourceArn } = input.Constraints ?? {}
  const constraints: GrantConstraints = {
    ...(EncryptionContextEquals === undefined ? {} : { EncryptionContextEquals }),
    ...(EncryptionContextSubset === undefined ? {} : { EncryptionContextSubset }),
    ...(SourceArn === undefined ? {} : { SourceArn }),
  }
  return Object.keys(constraints).length > 0 ? constraints : null
}
