import { type Collection, collection, type Store } from '../src/index.ts'

/** A place for data, empty at first. What was written in a durable place is there when it is opened again. */
export interface Place {
  readonly durable: boolean
  open(collections: readonly Collection<never>[]): Promise<Store>
  remove(): Promise<void>
}

export interface User {
  pool: string
  name: string
  age: number | null
  nickname?: string
}

export const users = collection<User>('users', {
  columns: {
    pool: { type: 'text', of: (user) => user.pool },
    name: { type: 'text', of: (user) => user.name },
    age: { type: 'integer', of: (user) => user.age },
    nickname: { type: 'text', of: (user) => user.nickname ?? null },
  },
  indexes: [['pool', 'age'], ['name']],
  sparseIndexes: [['pool', 'nickname']],
})

export interface Code {
  used: boolean
  count?: number
}

export const codes = collection<Code>('codes')

/** Runs a test on a fresh store of `users` and `codes`, and cleans up after it. */
export async function withStore(
  place: () => Promise<Place>,
  body: (store: Store, place: Place) => Promise<void>,
): Promise<void> {
  const opened = await place()
  try {
    const store = await opened.open([users, codes])
    try {
      await body(store, opened)
    } finally {
      await store.close()
    }
  } finally {
    await opened.remove()
  }
}
