import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { PoolContext } from '../context.ts'
import { pools, signingKeys } from '../storage/collections.ts'
import type { SigningKeysDoc } from './token.ts'

export interface SigningKey {
  kid: string
  /** PKCS#8. */
  pem: string
}
export type SigningKeys = Record<SigningKeysDoc['keys'][number]['use'], SigningKey>

const KID_BYTES = 32
/** Pools whose keys are kept opened. */
const MOST_POOLS = 200
const opened = new WeakMap<PoolContext, Map<string, Promise<SigningKeys>>>()

const sealContext = (poolId: string, kid: string) => `${poolId}/${kid}`

async function newKey(context: PoolContext, poolId: string, use: 'id' | 'access') {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  const kid = context.environment.random.bytes(KID_BYTES).toString('base64')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
  return { use, kid, n, e, sealedPrivateKey: context.vault.seal('signing-key', pem, sealContext(poolId, kid)) }
}

/**
 * The pool's published keys, made on first use; of several first uses at once one makes them, and all find the same.
 * @returns undefined where the pool does not exist.
 */
export async function publishedKeys(context: PoolContext, poolId: string): Promise<SigningKeysDoc | undefined> {
  const known = await context.store.get(signingKeys, [poolId])
  if (known) return known
  if (!(await context.store.get(pools, [poolId]))) return undefined
  const made: SigningKeysDoc = {
    keys: await Promise.all([newKey(context, poolId, 'id'), newKey(context, poolId, 'access')]),
  }
  return context.store.transaction(async (tx) => {
    const earlier = await tx.get(signingKeys, [poolId])
    if (earlier) return earlier
    if (!(await tx.get(pools, [poolId]))) return undefined
    tx.insert(signingKeys, [poolId], made)
    return made
  })
}

async function openKeys(context: PoolContext, poolId: string): Promise<SigningKeys> {
  const published = await publishedKeys(context, poolId)
  const keyFor = (use: 'id' | 'access'): SigningKey => {
    const key = published?.keys.find((one) => one.use === use)
    if (!key) throw new Error(`The pool ${poolId} has no key for its ${use} tokens.`)
    const pem = context.vault.open('signing-key', key.sealedPrivateKey, sealContext(poolId, key.kid)).toString()
    return { kid: key.kid, pem }
  }
  return { id: keyFor('id'), access: keyFor('access') }
}

/** The pool's private keys, opened. Call it outside of transactions. */
export function signingKeysOf(context: PoolContext, poolId: string): Promise<SigningKeys> {
  let kept = opened.get(context)
  if (!kept) {
    kept = new Map()
    opened.set(context, kept)
  }
  const known = kept.get(poolId)
  if (known) return known
  const opening = openKeys(context, poolId)
  const oldest = kept.keys().next()
  if (kept.size >= MOST_POOLS && !oldest.done) kept.delete(oldest.value)
  kept.set(poolId, opening)
  opening.catch(() => kept.delete(poolId))
  return opening
}
