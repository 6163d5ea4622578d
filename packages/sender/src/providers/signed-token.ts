import { createHash, createHmac } from 'node:crypto'
import { textMember } from './member.ts'
import { sameText } from './standard-webhooks.ts'

/** The HMACs of JSON Web Signatures (RFC 7518 §3.2), and their hashes. */
const hashes = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' } as const

/**
 * The claims of a JSON Web Token that is signed by HMAC.
 * @param algorithms those that the service uses.
 * @throws {Error} when it is no such token or its signature is wrong.
 */
export function verifyToken(token: string, secret: string, algorithms: readonly (keyof typeof hashes)[]): unknown {
  const [head = '', claims = '', signature = '', ...more] = token.split('.')
  const algorithm = algorithms.find((one) => one === textMember(parse(head), 'alg'))
  const right = createHmac(hashes[algorithm ?? 'HS256'], secret)
    .update(`${head}.${claims}`)
    .digest('base64url')
  if (more.length > 0 || !sameText(signature, right)) throw new Error('the webhook’s signature is wrong')
  if (!algorithm) throw new Error('the webhook’s signature is of another kind')
  return parse(claims)
}

function parse(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** The hex of SHA-256, by which such tokens name what they are about. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex')
