import type { Operation, Service } from '@herald/protocol'
import type { SesParts } from './parts.ts'
import { v1Operations } from './v1/index.ts'
import { v2Operations } from './v2/index.ts'

export { sesCollections } from './collections.ts'
export type { SesParts as SesOptions } from './parts.ts'

/** The local SES, by both of its APIs: mail lands in the inbox, joined to the pool's message that caused it. */
export function createSes(ses: SesParts): { ses: Service; sesv2: Service } {
  const built = (operations: Record<string, (ses: SesParts) => Operation>) =>
    Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, operation(ses)]))
  return {
    ses: { name: 'ses', operations: built(v1Operations) },
    sesv2: { name: 'sesv2', operations: built(v2Operations) },
  }
}
