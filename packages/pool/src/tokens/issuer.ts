import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'

/**
 * What a pool's tokens name as their issuer (`iss`), and what its discovery document says.
 *
 * By the setting `issuer`: `local` is the address that the caller reached Herald by, with the pool's id after it, so that a
 * verifier given that issuer finds the keys here; `aws` is the issuer that AWS documents, for verifiers that insist on it
 * and are given the keys in another way.
 * @param endpoint where the request was sent to, without a trailing slash.
 */
export function issuerOf(context: PoolContext, pool: Pick<PoolDoc, 'id' | 'region'>, endpoint: string): string {
  if (context.settings.issuer === 'aws') return `https://cognito-idp.${pool.region}.amazonaws.com/${pool.id}`
  return `${endpoint}/${pool.id}`
}

/** The pool that an issuer stands for, whatever its address: tokens go on being good when the port changes. */
export function poolIdOfIssuer(issuer: string): string {
  return issuer.slice(issuer.lastIndexOf('/') + 1)
}
