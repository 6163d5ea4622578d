import type { MessageFilter } from '../message.ts'
import { ApiError } from './answer.ts'

const NAMES = ['to', 'source', 'channel', 'userName', 'userPoolId', 'state', 'after'] as const

/**
 * Reads the filters of a query; an empty one is as good as none.
 * @param others what the call takes beside the filters.
 * @throws {ApiError} 400 for a name that means nothing here (a misspelt filter would match everything), or one given twice.
 */
export function filterOf(query: URLSearchParams, others: readonly string[]): MessageFilter {
  for (const name of new Set(query.keys())) {
    if (![...NAMES, ...others].includes(name)) throw new ApiError(400, `Unknown parameter "${name.slice(0, 60)}".`)
    if (query.getAll(name).length > 1) throw new ApiError(400, `The parameter "${name}" is given more than once.`)
  }
  const filter: Record<string, string> = {}
  for (const name of NAMES) {
    const value = query.get(name)
    if (value) filter[name] = value
  }
  // A plus sign that was not encoded arrives as a space, and no phone number or address begins with one.
  if (filter.to?.startsWith(' ')) filter.to = `+${filter.to.slice(1)}`
  return filter
}
