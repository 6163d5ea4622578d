import type {
  DeleteItemCommandInput,
  DynamoDBClient,
  PutItemCommandInput,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import type { DynamoClient } from './dynamo-client.ts'
import { loadPeer } from './load-peer.ts'

export type Item = Record<string, { S?: string | undefined; N?: string | undefined } | undefined>

/** The calls to one table. */
export interface Calls {
  /** @returns undefined when it was written; the item that is there when the condition does not hold. */
  put: (input: Omit<PutItemCommandInput, 'TableName'>) => Promise<Item | undefined>
  /** @returns the item as it is then; undefined when the condition does not hold. */
  update: (input: Omit<UpdateItemCommandInput, 'TableName'>) => Promise<Item | undefined>
  /** Leaves the item alone when the condition does not hold. */
  remove: (input: Omit<DeleteItemCommandInput, 'TableName'>) => Promise<void>
}

/**
 * Gives the calls, with a client that is made at the first of them. Its attempts are short and few: a person is waiting for the
 * message, and what happens without the store is decided elsewhere.
 */
export function dynamoCalls(TableName: string, region?: string, given?: DynamoClient): () => Promise<Calls> {
  let calls: Promise<Calls> | undefined
  async function connect(): Promise<Calls> {
    const sdk = await loadPeer('@aws-sdk/client-dynamodb', 'dynamo()', () => import('@aws-sdk/client-dynamodb'))
    const client =
      (given as DynamoDBClient | undefined) ??
      new sdk.DynamoDBClient({
        maxAttempts: 2,
        requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
        ...(region === undefined ? {} : { region }),
      })
    return {
      async put(input) {
        const done = client.send(new sdk.PutItemCommand({ TableName, ...input }))
        return done.then(() => undefined, itemInTheWay)
      },
      async update(input) {
        const done = client.send(new sdk.UpdateItemCommand({ TableName, ...input }))
        return done.then(({ Attributes }) => Attributes as Item, noItem)
      },
      async remove(input) {
        await client.send(new sdk.DeleteItemCommand({ TableName, ...input })).catch(noItem)
      },
    }
  }
  return () => {
    calls ??= connect()
    return calls
  }
}

interface Failure {
  name?: string
  Item?: Item
}

/** The item that an unfulfilled condition was held against. @throws what is no such failure. */
function itemInTheWay(error: Failure): Item {
  if (error.name !== 'ConditionalCheckFailedException') throw error
  return error.Item ?? {}
}

function noItem(error: Failure): undefined {
  itemInTheWay(error)
}
