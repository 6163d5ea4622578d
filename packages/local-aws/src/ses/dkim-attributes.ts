import type { DkimAttributes } from '@herald/protocol/sesv2'
import { dkimTokens, kindOf } from './identities.ts'

/** How mail of an identity is signed: of a domain, as if its DNS records were set; of an address, not at all. */
export function dkimAttributes(identity: string): DkimAttributes {
  if (kindOf(identity) === 'EMAIL_ADDRESS')
    return { SigningEnabled: false, Status: 'NOT_STARTED', SigningAttributesOrigin: 'AWS_SES' }
  return {
    SigningEnabled: true,
    Status: 'SUCCESS',
    Tokens: dkimTokens(identity),
    SigningAttributesOrigin: 'AWS_SES',
    NextSigningKeyLength: 'RSA_2048_BIT',
    CurrentSigningKeyLength: 'RSA_2048_BIT',
  }
}
