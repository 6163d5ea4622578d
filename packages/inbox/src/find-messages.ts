import type { Bound, Store } from '@herald/storage'
import { inboxMessages, type MessageDoc, recipientColumn, SEVERAL } from './collections.ts'
import { InboxFilterError } from './inbox.ts'
import type { MessageFilter } from './message.ts'

const MOST_PER_PAGE = 200
const USUAL_PER_PAGE = 50
/** How many messages with several recipients are looked at in one step. */
const STRIDE = 200

export type Search = MessageFilter & { limit?: number; before?: string }

/** @throws {InboxFilterError} */
export async function findMessages(store: Store, search: Search): Promise<{ docs: MessageDoc[]; next?: string }> {
  const limit = search.limit ?? USUAL_PER_PAGE
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PER_PAGE)
    throw new InboxFilterError(`limit must be a whole number from 1 to ${MOST_PER_PAGE}.`)
  const where: Bound[] = []
  for (const name of ['source', 'channel', 'userName', 'userPoolId', 'state'] as const) {
    if (search[name] !== undefined) where.push({ column: name, equals: search[name] })
  }
  if (search.before !== undefined) where.push({ column: 'position', below: positionOf(search.before) })
  if (search.after !== undefined) where.push(await newerThan(store, search.after))
  const docs =
    search.to === undefined ? await newest(store, where, limit + 1) : await sentTo(store, where, search.to, limit + 1)
  const page = docs.slice(0, limit)
  const last = page.at(-1)
  return docs.length > limit && last ? { docs: page, next: String(last.position) } : { docs: page }
}

async function newest(store: Store, where: readonly Bound[], limit: number): Promise<MessageDoc[]> {
  return (await store.find(inboxMessages, { where, orderBy: 'position', descending: true, limit })).docs
}

async function sentTo(store: Store, where: readonly Bound[], to: string, limit: number): Promise<MessageDoc[]> {
  const alone = recipientColumn(to)
  const single = alone === SEVERAL ? [] : await newest(store, [...where, { column: 'recipient', equals: alone }], limit)
  const shared: MessageDoc[] = []
  let bounds: Bound[] = [...where, { column: 'recipient', equals: SEVERAL }]
  for (;;) {
    const some = await newest(store, bounds, STRIDE)
    shared.push(...some.filter((doc) => isSentTo(doc.to, to)))
    const last = some.at(-1)
    if (some.length < STRIDE || !last || shared.length >= limit) break
    bounds = [...where, { column: 'recipient', equals: SEVERAL }, { column: 'position', below: last.position }]
  }
  return [...single, ...shared].sort((a, b) => b.position - a.position).slice(0, limit)
}

/** Whether `wanted` is one of the recipients `to` names, or all of them as they stand. */
function isSentTo(to: string, wanted: string): boolean {
  const lower = wanted.toLowerCase()
  return to.toLowerCase() === lower || to.toLowerCase().split(', ').includes(lower)
}

function positionOf(before: string): number {
  const position = /^\d{1,16}$/.test(before) ? Number(before) : Number.NaN
  if (!Number.isSafeInteger(position)) throw new InboxFilterError('before must be the "next" of an earlier page.')
  return position
}

async function newerThan(store: Store, after: string): Promise<Bound> {
  const root = /^1-([0-9a-f]{8})-[0-9a-f]{24}$/.exec(after)
  if (root?.[1]) {
    const known = await store.get(inboxMessages, [after])
    // An id that was pruned still tells its second.
    return known
      ? { column: 'position', above: known.position }
      : { column: 'at', atLeast: Number.parseInt(root[1], 16) * 1000 }
  }
  const time = /^\d{4}-\d{2}-\d{2}/.test(after) ? Date.parse(after) : Number.NaN
  if (!Number.isFinite(time)) throw new InboxFilterError('after must be a message id or an ISO 8601 time.')
  return { column: 'at', above: time }
}
