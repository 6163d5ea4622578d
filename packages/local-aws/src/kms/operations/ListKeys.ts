import { requireAccount } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { keys, scope } from '../collections.ts'
import { isGone } from '../key-state.ts'
import { pageEnd, readPage } from '../paging.ts'
import type { KmsOperation } from '../parts.ts'

/** Lists the account's keys in the region, whatever their policies say. */
export const ListKeys: KmsOperation<'ListKeys'> = (kms) => async (call, input) => {
  const accountId = requireAccount(call, 'ListKeys')
  const where = [{ column: 'scope', equals: scope(accountId, call.region) }]
  const page = await readPage(kms.store, keys, where, input, { usual: 100, most: 1000 })
  const now = kms.environment.clock.now()
  const present = page.docs.filter((key) => !isGone(key, now))
  return { Keys: present.map((key) => ({ KeyId: key.keyId, KeyArn: keyArn(key) })), ...pageEnd(page) }
}
