/**
 * No DynamoDB runs on a developer's machine, so this stands in for it: an HTTP server that speaks its JSON for the three calls
 * that the store makes, on one table. It knows the store's condition and update expressions by their exact text and refuses every
 * other, so it says nothing about expressions at large; and, as DynamoDB does, it refuses names and values that are missing or
 * not used, and forgets nothing by itself: what has expired stays until something overwrites it.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type Value = { S?: string; N?: string }
type Item = Record<string, Value>

interface Input {
  TableName: string
  Item?: Item
  Key?: Item
  ConditionExpression?: string
  UpdateExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, Value>
  ReturnValues?: string
  ReturnValuesOnConditionCheckFailure?: string
}

/** Reads `#name` of the item and `:value` of the call as they are, and as numbers. */
class Operands {
  readonly item: Item | undefined
  readonly input: Input

  constructor(item: Item | undefined, input: Input) {
    this.item = item
    this.input = input
  }

  name(placeholder: string): string {
    return this.input.ExpressionAttributeNames![placeholder]!
  }

  value(placeholder: string): Value {
    return this.input.ExpressionAttributeValues![placeholder]!
  }

  has(placeholder: string): boolean {
    return this.item?.[this.name(placeholder)] !== undefined
  }

  same(name: string, value: string): boolean {
    return JSON.stringify(this.item?.[this.name(name)]) === JSON.stringify(this.value(value))
  }

  /** Undefined, so that every comparison fails, where the attribute is missing. */
  number(name: string): number {
    return Number(this.item?.[this.name(name)]?.N)
  }

  given(placeholder: string): number {
    return Number(this.value(placeholder).N)
  }
}

const conditions: Record<string, (of: Operands) => boolean> = {
  'attribute_not_exists(#id) OR #expiration < :now OR (#status = :inprogress AND #lease <= :now_ms)': (of) =>
    !of.has('#id') ||
    of.number('#expiration') < of.given(':now') ||
    (of.same('#status', ':inprogress') && of.number('#lease') <= of.given(':now_ms')),
  '#status = :inprogress AND #owner = :owner': (of) => of.same('#status', ':inprogress') && of.same('#owner', ':owner'),
  'attribute_not_exists(#id) OR #ends <= :now_ms': (of) => !of.has('#id') || of.number('#ends') <= of.given(':now_ms'),
  'attribute_not_exists(#ends) OR #ends > :now_ms': (of) =>
    !of.has('#ends') || of.number('#ends') > of.given(':now_ms'),
  '#ends <= :now_ms': (of) => of.number('#ends') <= of.given(':now_ms'),
  '#ends = :ends': (of) => of.same('#ends', ':ends'),
}

const updates: Record<string, (of: Operands) => Item> = {
  'ADD #hits :one SET #ends = if_not_exists(#ends, :ends), #expiration = if_not_exists(#expiration, :expiration)': (
    of,
  ) => ({
    [of.name('#hits')]: { N: String((of.has('#hits') ? of.number('#hits') : 0) + of.given(':one')) },
    [of.name('#ends')]: of.item?.[of.name('#ends')] ?? of.value(':ends'),
    [of.name('#expiration')]: of.item?.[of.name('#expiration')] ?? of.value(':expiration'),
  }),
  'SET #hits = :one, #ends = :ends, #expiration = :expiration': (of) => ({
    [of.name('#hits')]: of.value(':one'),
    [of.name('#ends')]: of.value(':ends'),
    [of.name('#expiration')]: of.value(':expiration'),
  }),
  'ADD #hits :minus': (of) => ({ [of.name('#hits')]: { N: String(of.number('#hits') + of.given(':minus')) } }),
}

class Refusal extends Error {
  readonly type: string
  readonly item: Item | undefined

  constructor(type: string, message: string, item?: Item) {
    super(message)
    this.type = type
    this.item = item
  }
}

export interface DynamoStandIn {
  endpoint: string
  /** The table as it is. */
  items: Map<string, Item>
  /** The calls that came, by their names. */
  calls: string[]
  /** Does work right after the next call of this name was carried out or refused, before another can be. */
  afterNext(call: string, work: () => void): void
  /** Carries the next call of this name out and breaks the connection in place of an answer. */
  loseNext(call: string): void
  stop(): Promise<void>
}

export async function startDynamo(table: string): Promise<DynamoStandIn> {
  const items = new Map<string, Item>()
  const calls: string[] = []
  const waiting = new Map<string, () => void>()
  const lost = new Set<string>()

  function carryOut(call: string, input: Input): object {
    if (input.TableName !== table) throw new Refusal('ResourceNotFoundException', 'Requested resource not found')
    const id = (input.Item ?? input.Key)?.id?.S
    if (!id)
      throw new Refusal(
        'ValidationException',
        'One or more parameter values were invalid: Missing the key id in the item',
      )
    checkPlaceholders(input)
    const before = items.get(id)
    const of = new Operands(before, input)
    const { ConditionExpression: condition } = input
    if (condition !== undefined) {
      const holds = conditions[condition]
      if (!holds) throw new Refusal('ValidationException', `The stand-in knows no such condition: ${condition}`)
      if (!holds(of)) {
        const shown = input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? before : undefined
        throw new Refusal('ConditionalCheckFailedException', 'The conditional request failed', shown)
      }
    }
    if (call === 'DeleteItem') {
      items.delete(id)
      return {}
    }
    if (call === 'PutItem') {
      items.set(id, input.Item!)
      return {}
    }
    const update = updates[input.UpdateExpression ?? '']
    if (call !== 'UpdateItem' || !update) {
      throw new Refusal('ValidationException', `The stand-in knows no such call: ${call} ${input.UpdateExpression}`)
    }
    const item = { ...before, ...input.Key, ...update(of) }
    items.set(id, item)
    return input.ReturnValues === 'ALL_NEW' ? { Attributes: item } : {}
  }

  const server = createServer(async (request, response) => {
    const call = String(request.headers['x-amz-target']).replace('DynamoDB_20120810.', '')
    calls.push(call)
    const answer = (status: number, body: object) => {
      if (lost.delete(call)) return void response.destroy()
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body))
    }
    try {
      answer(200, carryOut(call, JSON.parse(await bodyOf(request))))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const item = error.item === undefined ? {} : { Item: error.item }
      answer(400, { __type: `com.amazonaws.dynamodb.v20120810#${error.type}`, message: error.message, ...item })
    }
    waiting.get(call)?.()
    waiting.delete(call)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    items,
    calls,
    afterNext: (call, work) => void waiting.set(call, work),
    loseNext: (call) => void lost.add(call),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** DynamoDB refuses what is used and not defined, and what is defined and not used. */
function checkPlaceholders(input: Input): void {
  const text = `${input.ConditionExpression ?? ''} ${input.UpdateExpression ?? ''}`
  const used = new Set(text.match(/[#:]\w+/g) ?? [])
  const defined = new Set([
    ...Object.keys(input.ExpressionAttributeNames ?? {}),
    ...Object.keys(input.ExpressionAttributeValues ?? {}),
  ])
  const wrong = [...used, ...defined].filter((placeholder) => !used.has(placeholder) || !defined.has(placeholder))
  if (wrong.length > 0) throw new Refusal('ValidationException', `not used, or not defined: ${wrong.join(', ')}`)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request.setEncoding('utf8')) body += piece
  return body
}
