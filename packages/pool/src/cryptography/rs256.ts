import { createPrivateKey, type KeyObject, sign } from 'node:crypto'

/** Keys kept parsed; parsing one costs as much as a signature. */
const MOST_KEYS = 200

/** Signs on Node's thread pool, with the keys it was given lately kept parsed. */
export function createRs256Signer(): (key: { kid: string; pem: string }, data: string) => Promise<Buffer> {
  const parsed = new Map<string, { pem: string; key: KeyObject }>()
  function keyOf({ kid, pem }: { kid: string; pem: string }): KeyObject {
    const known = parsed.get(kid)
    if (known?.pem === pem) return known.key
    const key = createPrivateKey(pem)
    const oldest = parsed.keys().next()
    if (parsed.size >= MOST_KEYS && !oldest.done) parsed.delete(oldest.value)
    parsed.set(kid, { pem, key })
    return key
  }
  return (key, data) =>
    new Promise((resolve, reject) => {
      sign('sha256', Buffer.from(data), keyOf(key), (error, signature) => (error ? reject(error) : resolve(signature)))
    })
}
