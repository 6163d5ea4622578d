import type { Reader } from '@herald/storage'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { groups } from '../storage/collections.ts'
import type { GroupDoc } from './group.ts'

/** @throws ResourceNotFoundException */
export async function requireGroup(reader: Reader, pool: PoolDoc, name: string): Promise<GroupDoc> {
  const group = await reader.get(groups, [pool.id, name])
  if (!group || group.departing) throw errors.groupNotFound()
  return group
}
