import type { Store } from '@herald/storage'
import { keyArn } from './arns.ts'
import { type GrantDoc, grants, type KeyDoc, type KeyRef, keyColumn } from './collections.ts'
import { createRecentlyUsed } from './recently-used.ts'

/** A key's grants, held in memory and read again when the key says that they changed. */
export interface GrantBook {
  /** By grantee. */
  of(key: KeyDoc): Promise<ReadonlyMap<string, readonly GrantDoc[]>>
}

const KEYS_LIMIT = 512
const PAGE = 500

export function createGrantBook(store: Store): GrantBook {
  const known = createRecentlyUsed<string, { version: number; byGrantee: Map<string, GrantDoc[]> }>(KEYS_LIMIT)
  return {
    async of(key) {
      const arn = keyArn(key)
      const held = known.get(arn)
      if (held?.version === key.grantsVersion) return held.byGrantee
      const byGrantee = new Map<string, GrantDoc[]>()
      // A key that never had a grant needs no search.
      if (key.grantsVersion > 0) {
        for await (const grant of allGrants(store, key)) {
          const list = byGrantee.get(grant.grantee)
          if (list) list.push(grant)
          else byGrantee.set(grant.grantee, [grant])
        }
      }
      // The key was read before its grants: what was read is at least as new as the version says.
      known.set(arn, { version: key.grantsVersion, byGrantee })
      return byGrantee
    },
  }
}

/** Every grant of a key, page by page. */
export async function* allGrants(store: Store, ref: KeyRef): AsyncGenerator<GrantDoc> {
  let after: string | undefined
  do {
    const page = await store.find(grants, {
      where: [{ column: 'keyRef', equals: keyColumn(ref) }],
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    })
    yield* page.docs
    after = page.next
  } while (after !== undefined)
}
