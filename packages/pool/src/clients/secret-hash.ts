import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Vault } from '@herald/storage'
import { errors } from '../errors.ts'
import type { ClientDoc } from '../pools/pool.ts'
import { clientSecret } from './client-secret.ts'

/**
 * Checks that a caller knows the client's secret: `base64(HMAC-SHA-256(secret, user name + client id))`, over the user name
 * as the request bears it. The time this takes tells nothing of where a wrong hash differs.
 * @throws NotAuthorizedException where a hash is missing, wrong, or given for a client without a secret.
 */
export function checkSecretHash(
  vault: Vault,
  client: ClientDoc,
  username: string | undefined,
  secretHash: string | undefined,
): void {
  const secret = clientSecret(vault, client)
  if (secret === undefined) {
    if (secretHash !== undefined) throw errors.secretHashUnexpected(client.id)
    return
  }
  if (secretHash === undefined) throw errors.secretHashMissing(client.id)
  const wanted = createHmac('sha256', secret)
    .update(`${username ?? ''}${client.id}`)
    .digest()
  const given = Buffer.from(secretHash, 'base64')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw errors.secretHashWrong(client.id)
}
