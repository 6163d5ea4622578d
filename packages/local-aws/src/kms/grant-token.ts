import type { Randomness } from '@herald/environment'
import { sameMac, type Vault } from '@herald/storage'
import type { KeyRef } from './collections.ts'
import { refusals } from './refusals.ts'

/**
 * A grant token names a grant and can be told from an invented one. Grants count at once here, so nobody needs a token;
 * but every client that passes one on gets it checked, and RetireGrant takes it instead of the grant's id.
 */
export function writeGrantToken(vault: Vault, random: Randomness, ref: KeyRef, grantId: string): string {
  const parts = [ref.accountId, ref.region, ref.keyId, grantId, random.bytes(12).toString('base64url')]
  return Buffer.from([...parts, vault.mac('kms-grant-token', ...parts)].join(' ')).toString('base64')
}

/** @throws {ServiceError} InvalidGrantTokenException */
export function readGrantToken(vault: Vault, token: string): KeyRef & { grantId: string } {
  const parts = Buffer.from(token, 'base64').toString().split(' ')
  const [accountId, region, keyId, grantId, nonce, mac] = parts
  if (parts.length !== 6 || !accountId || !region || !keyId || !grantId || !nonce || !mac) {
    throw refusals.invalidGrantToken()
  }
  if (!sameMac(mac, vault.mac('kms-grant-token', accountId, region, keyId, grantId, nonce))) {
    throw refusals.invalidGrantToken()
  }
  return { accountId, region, keyId, grantId }
}
