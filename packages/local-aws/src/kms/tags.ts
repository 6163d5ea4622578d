import type { Tag } from '@herald/protocol/kms'
import { refusals } from './refusals.ts'

const MOST = 50
const TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

/**
 * Checks the tags of a key, as many as AWS documents and in the characters it allows.
 * @throws {ServiceError} TagException
 */
export function checkTags(tags: readonly Tag[]): Tag[] {
  const names = new Set(tags.map((tag) => tag.TagKey))
  if (names.size < tags.length) throw refusals.tag('Duplicate tag keys')
  if (tags.length > MOST) throw refusals.tag('Too many tags')
  for (const { TagKey, TagValue } of tags) {
    if (/^aws:/i.test(TagKey)) throw refusals.tag(`${TagKey} begins with aws:, which is reserved for AWS.`)
    if (!TEXT.test(TagKey) || !TEXT.test(TagValue)) throw refusals.tag('A tag holds characters that are not allowed.')
  }
  return tags.map(({ TagKey, TagValue }) => ({ TagKey, TagValue }))
}
