import type { GrantListEntry } from '@herald/protocol/kms'
import { keyArn } from './arns.ts'
import type { GrantDoc } from './collections.ts'

/** A grant as the lists show it. */
export function grantEntry(grant: GrantDoc): GrantListEntry {
  return {
    KeyId: keyArn(grant),
    GrantId: grant.grantId,
    Name: grant.name ?? '',
    CreationDate: new Date(grant.createdAt),
    [grant.granteeIsServiceMember ? 'GranteeServicePrincipal' : 'GranteePrincipal']: grant.grantee,
    ...(grant.retiring === null
      ? {}
      : { [grant.retiringIsServiceMember ? 'RetiringServicePrincipal' : 'RetiringPrincipal']: grant.retiring }),
    IssuingAccount: grant.issuingAccount,
    Operations: grant.operations,
    ...(grant.constraints === null ? {} : { Constraints: grant.constraints }),
  }
}
