import { timingSafeEqual } from 'node:crypto'
import type { Vault } from '@herald/storage'
import type { ClientDoc } from '../pools/pool.ts'
import { clientSecret } from './client-secret.ts'

/** Whether a client that has a secret is given it; where it has none, nothing given counts. */
export function secretVerdict(
  vault: Vault,
  client: ClientDoc,
  given: string | undefined,
): 'right' | 'missing' | 'wrong' {
  const secret = clientSecret(vault, client)
  if (secret === undefined) return 'right'
  if (given === undefined) return 'missing'
  // Equal lengths, and a time that tells nothing of where they differ.
  const [a, b] = [vault.mac('client-secret-compared', secret), vault.mac('client-secret-compared', given)]
  return timingSafeEqual(Buffer.from(a), Buffer.from(b)) ? 'right' : 'wrong'
}
