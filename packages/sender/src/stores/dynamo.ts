import { system } from '../system.ts'
import { type Calls, dynamoCalls } from './dynamo-calls.ts'
import type { DynamoClient } from './dynamo-client.ts'
import type { Store } from './store.ts'

export interface DynamoOptions {
  /** A table whose partition key is a string named `id`, without a sort key, and whose TTL attribute is `expiration`. */
  table: string
  /** Default: the function's own. */
  region?: string
  /** A `DynamoDBClient` to use. Default: one with the function's role, made at the first message. */
  client?: DynamoClient
  /** Begins every key, so that stages or other uses can share a table. Default `herald`. */
  prefix?: string
  /** Milliseconds since 1970; for tests. */
  now?: () => number
}

/** Seconds for which a sent message is remembered. */
const REMEMBERED = 3600

/**
 * Keeps its records in a DynamoDB table, which all containers of a function share. The role needs `dynamodb:PutItem`,
 * `UpdateItem` and `DeleteItem` on the table.
 *
 *     aws dynamodb create-table --table-name auth-messages --billing-mode PAY_PER_REQUEST \
 *       --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH
 *     aws dynamodb update-time-to-live --table-name auth-messages \
 *       --time-to-live-specification Enabled=true,AttributeName=expiration
 *
 * A message costs two writes, and each rule that counts two more. The records have the attributes of the idempotency records
 * of Powertools for AWS Lambda (`id`, `status`, `expiration`, `in_progress_expiration`), so a table that was made for them
 * serves.
 */
export function dynamo({ table, region, client, prefix = 'herald', now = system.now }: DynamoOptions): Store {
  const at = dynamoCalls(table, region, client)
  // This container: only who took a claim gives it back.
  const owner = system.bytes(9).toString('base64url')
  return {
    async claim(key, leaseS) {
      const time = now()
      // This call: the SDK repeats it when the answer was lost, and then meets what it wrote itself.
      const token = system.bytes(9).toString('base64url')
      const { put } = await at()
      const found = await put({
        Item: {
          id: text(`${prefix}#${key}`),
          status: text('INPROGRESS'),
          owner: text(owner),
          token: text(token),
          in_progress_expiration: number(time + leaseS * 1000),
          expiration: number(inSeconds(time) + Math.max(REMEMBERED, leaseS)),
        },
        ConditionExpression:
          'attribute_not_exists(#id) OR #expiration < :now OR (#status = :inprogress AND #lease <= :now_ms)',
        ExpressionAttributeNames: {
          '#id': 'id',
          '#expiration': 'expiration',
          '#status': 'status',
          '#lease': 'in_progress_expiration',
        },
        ExpressionAttributeValues: {
          ':now': number(Math.floor(time / 1000)),
          ':now_ms': number(time),
          ':inprogress': text('INPROGRESS'),
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      })
      if (!found || found.token?.S === token) return 'mine'
      return found.status?.S === 'COMPLETED' ? 'done' : 'busy'
    },
    async done(key) {
      const { put } = await at()
      await put({
        Item: {
          id: text(`${prefix}#${key}`),
          status: text('COMPLETED'),
          expiration: number(inSeconds(now()) + REMEMBERED),
        },
      })
    },
    async release(key) {
      const { remove } = await at()
      await remove({
        Key: { id: text(`${prefix}#${key}`) },
        ConditionExpression: '#status = :inprogress AND #owner = :owner',
        ExpressionAttributeNames: { '#status': 'status', '#owner': 'owner' },
        ExpressionAttributeValues: { ':inprogress': text('INPROGRESS'), ':owner': text(owner) },
      })
    },
    async hit(bucket, windowS, once) {
      const calls = await at()
      const time = now()
      const counted = await count(calls, `${prefix}#hits#${bucket}`, time, windowS)
      if (once === undefined) return counted.place
      const before = await calls.put({
        Item: {
          id: text(`${prefix}#once#${bucket}#${once}`),
          hits: number(counted.place),
          window_ends: number(counted.ends),
          expiration: number(inSeconds(counted.ends)),
        },
        ConditionExpression: 'attribute_not_exists(#id) OR #ends <= :now_ms',
        ExpressionAttributeNames: { '#id': 'id', '#ends': 'window_ends' },
        ExpressionAttributeValues: { ':now_ms': number(time) },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      })
      // Who came before has another place; with the same one it is this call's own note, whose answer was lost.
      if (!before || Number(before.hits?.N) === counted.place) return counted.place
      // It was counted before: that one is taken back.
      await calls.update({
        Key: { id: text(`${prefix}#hits#${bucket}`) },
        UpdateExpression: 'ADD #hits :minus',
        ConditionExpression: '#ends = :ends',
        ExpressionAttributeNames: { '#hits': 'hits', '#ends': 'window_ends' },
        ExpressionAttributeValues: { ':minus': number(-1), ':ends': number(counted.ends) },
      })
      return Number(before.hits?.N)
    },
  }
}

/** Adds one to a window's count, or begins the next window where the last has ended. */
async function count({ update }: Calls, id: string, time: number, windowS: number) {
  const names = { '#hits': 'hits', '#ends': 'window_ends', '#expiration': 'expiration' }
  const ends = time + windowS * 1000
  const values = { ':one': number(1), ':ends': number(ends), ':expiration': number(inSeconds(ends)) }
  for (let attempt = 0; attempt < 3; attempt++) {
    const counted =
      (await update({
        Key: { id: text(id) },
        UpdateExpression:
          'ADD #hits :one SET #ends = if_not_exists(#ends, :ends), #expiration = if_not_exists(#expiration, :expiration)',
        ConditionExpression: 'attribute_not_exists(#ends) OR #ends > :now_ms',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ...values, ':now_ms': number(time) },
        ReturnValues: 'ALL_NEW',
      })) ??
      // DynamoDB removes what has expired within days, not at once.
      (await update({
        Key: { id: text(id) },
        UpdateExpression: 'SET #hits = :one, #ends = :ends, #expiration = :expiration',
        ConditionExpression: '#ends <= :now_ms',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ...values, ':now_ms': number(time) },
        ReturnValues: 'ALL_NEW',
      }))
    if (counted) return { place: Number(counted.hits?.N), ends: Number(counted.window_ends?.N) }
  }
  throw new Error('the count changed under every attempt')
}

const text = (value: string) => ({ S: value })
const number = (value: number) => ({ N: String(value) })
const inSeconds = (milliseconds: number) => Math.ceil(milliseconds / 1000)
