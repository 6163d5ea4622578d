import type { PoolContext } from '../context.ts'
import { verifierOfNobody } from '../cryptography/srp.ts'
import type { PoolDoc } from '../pools/pool.ts'

/**
 * Salt, verifier and id for a name that nobody has, or a user without a password: always the same ones for the same name,
 * of the same form as real ones, and provable with no password. RFC 5054 (section 2.5.1.3) asks for it.
 */
export function srpNobody({ vault }: PoolContext, pool: PoolDoc, userKey: string, username: string) {
  const seed = Buffer.from(vault.mac('srp-nobody', pool.id, userKey), 'base64url').toString('hex')
  const verifier = verifierOfNobody(seed)
  const salt = seed.slice(0, 32)
  const hex = Buffer.from(vault.mac('srp-nobody-id', pool.id, userKey), 'base64url').toString('hex')
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  // Where users sign in by e-mail or phone, the id of a real one is a UUID; elsewhere it is the name itself.
  return { salt, verifier, userId: pool.usernameAttributes.length > 0 ? uuid : username }
}
