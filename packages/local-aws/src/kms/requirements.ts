import { keyArn } from './arns.ts'
import type { KeyDoc } from './collections.ts'
import { algorithmsOf } from './key-specs.ts'
import { refusals } from './refusals.ts'

/**
 * Guards that a key is for what is asked of it, with an algorithm it has.
 * @throws {ServiceError} InvalidKeyUsageException
 */
export function requireUsage(key: KeyDoc, usage: KeyDoc['keyUsage'], operation: string, algorithm?: string): void {
  if (key.keyUsage !== usage) throw refusals.wrongUsage(keyArn(key), key.keyUsage, operation)
  if (algorithm === undefined) return
  const allowed: readonly string[] = Object.values(algorithmsOf(key.keySpec, key.keyUsage)).flat().map(String)
  if (!allowed.includes(algorithm)) throw refusals.wrongAlgorithm(algorithm, key.keySpec)
}
