import { ServiceError } from '@herald/protocol'
import type { Tag } from '@herald/protocol/sns'
import { invalidParameter } from './refusals.ts'

/** AWS documents: at most 50 tags on a topic. */
const MOST_TAGS = 50

/** @throws {ServiceError} for keys and values that cannot be, or a key given twice. */
export function readTags(given: readonly Tag[] = []): Record<string, string> {
  const tags = new Map<string, string>()
  for (const { Key, Value } of given) {
    if (Key.length < 1 || Key.length > 128 || /^aws:/i.test(Key) || Value.length > 256) throw invalidParameter('Tags')
    if (tags.has(Key)) throw invalidParameter('Tags Reason: Duplicate keys are not allowed')
    tags.set(Key, Value)
  }
  return checkTagCount(Object.fromEntries(tags))
}

/** @throws {ServiceError} TagLimitExceededException */
export function checkTagCount(tags: Record<string, string>): Record<string, string> {
  if (Object.keys(tags).length > MOST_TAGS)
    throw new ServiceError(
      'TagLimitExceededException',
      'Could not complete request: tag quota of per resource exceeded',
    )
  return tags
}
