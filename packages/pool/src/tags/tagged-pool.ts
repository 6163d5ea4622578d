import type { Call } from '@herald/protocol'
import type { Reader } from '@herald/storage'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { requirePool } from '../pools/require-pool.ts'

/** Documented by AWS. */
const MOST_TAGS = 50

/**
 * The pool of an ARN; nothing else of a user pool bears tags.
 * @throws InvalidParameterException for what is no ARN of a pool, ResourceNotFoundException where it names none.
 */
export async function taggedPool(reader: Reader, call: Call, arn: string): Promise<PoolDoc> {
  const id = /^arn:[\w-]+:cognito-idp:[\w-]+:\d{12}:userpool\/([\w-]+_[0-9a-zA-Z]+)$/.exec(arn)?.[1]
  if (!id) throw errors.invalidParameter(`Invalid ResourceArn: ${arn}`)
  const pool = await requirePool(reader, call, id)
  if (pool.arn !== arn) throw errors.poolNotFound(id)
  return pool
}

/** AWS documents both rules for all services; the words are assumed. @throws InvalidParameterException */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const names = Object.keys(tags)
  if (names.length > MOST_TAGS) throw errors.invalidParameter(`A user pool can have at most ${MOST_TAGS} tags.`)
  if (names.some((name) => name.toLowerCase().startsWith('aws:')))
    throw errors.invalidParameter('Tag keys that begin with aws: are reserved for AWS.')
}
