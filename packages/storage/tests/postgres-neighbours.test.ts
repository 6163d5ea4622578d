import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { collection, type Store, StoreBrokenError } from '../src/index.ts'
import { codes, users } from './place.ts'
import { type PostgresPlace, postgresPlace } from './postgres-place.ts'
import { noPostgres } from './postgres-server.ts'

const options = { skip: noPostgres ?? false }

test('a code presented 100 times at once to two stores is accepted once', options, async (t) => {
  const [a, b] = await twoStores(t)
  for (let round = 0; round < 5; round++) {
    const key = [`code ${round}`]
    await a.transaction((tx) => tx.insert(codes, key, { used: false }))
    const redeem = (store: Store) =>
      store.transaction(async (tx) => {
        const code = await tx.get(codes, key)
        if (!code || code.used) return false
        tx.put(codes, key, { used: true })
        return true
      })
    const accepted = await Promise.all(Array.from({ length: 100 }, (_, i) => redeem(i % 2 ? a : b)))
    assert.equal(accepted.filter(Boolean).length, 1)
  }
})

test('of two stores that insert the same new key at once one wins', options, async (t) => {
  const stores = await twoStores(t)
  for (let round = 0; round < 20; round++) {
    const won = await Promise.all(
      stores.map((store) =>
        store.transaction(async (tx) => {
          if (await tx.get(codes, [`${round}`])) return false
          tx.insert(codes, [`${round}`], { used: false })
          return true
        }),
      ),
    )
    assert.equal(won.filter(Boolean).length, 1)
  }
})

for (const present of [true, false]) {
  const found = present ? 'present' : 'absent'
  test(`write skew between two stores is refused, where what was read is ${found}`, options, async (t) => {
    const stores = await twoStores(t)
    let both = 0
    for (let round = 0; round < 40; round++) {
      const keys = [`a${round}`, `b${round}`]
      if (present) {
        await stores[0].transaction((tx) => {
          for (const key of keys) tx.put(codes, [key], { used: false })
        })
      }
      // Both have read before either of them writes, in the first run.
      const ready = meeting(2)
      const passed = await Promise.all(
        stores.map((store, own) => {
          let runs = 0
          return store.transaction(async (tx) => {
            const seen = [await tx.get(codes, [keys[0] ?? '']), await tx.get(codes, [keys[1] ?? ''])]
            if (++runs === 1) await ready()
            if (seen.some((code) => (present ? code?.used : code))) return false
            tx.put(codes, [keys[own] ?? ''], { used: true })
            return true
          })
        }),
      )
      if (passed.every(Boolean)) both++
      assert.ok(passed.some(Boolean))
    }
    assert.equal(both, 0)
  })
}

test('a document that another store deleted and made anew is not the one that was read', options, async (t) => {
  const [a, b] = await twoStores(t)
  await a.transaction((tx) => tx.insert(codes, ['a'], { used: false, count: 1 }))
  const [read, changed] = [signal(), signal()]
  let runs = 0
  const slow = a.transaction(async (tx) => {
    const code = await tx.get(codes, ['a'])
    if (++runs === 1) {
      read.give()
      await changed.given
    }
    tx.put(codes, ['a'], { used: true, count: (code?.count ?? 0) + 1 })
  })
  await read.given
  await b.transaction((tx) => tx.delete(codes, ['a']))
  await b.transaction((tx) => tx.insert(codes, ['a'], { used: false, count: 10 }))
  changed.give()
  await slow
  assert.deepEqual(await b.get(codes, ['a']), { used: true, count: 11 })
  assert.equal(runs, 2)
})

test('counters of two stores add up', options, async (t) => {
  const stores = await twoStores(t)
  await Promise.all(
    Array.from({ length: 200 }, (_, i) => (i % 2 ? stores[0] : stores[1]).transaction((tx) => tx.add(['n'], i))),
  )
  assert.equal(await stores[0].counter(['n']), 19_900)
})

test('ten stores that open an empty database at once all find their tables', options, async (t) => {
  const place = await newPlace(t)
  const stores = await Promise.all(Array.from({ length: 10 }, () => place.open([users, codes])))
  try {
    await Promise.all(
      stores.map((store, i) => store.transaction((tx) => tx.insert(codes, [`${i}`], { used: false, count: i }))),
    )
    assert.deepEqual(await stores[3]?.get(codes, ['7']), { used: false, count: 7 })
  } finally {
    await Promise.all(stores.map((store) => store.close()))
  }
})

test('a release that knows fewer columns writes no more once a newer one has added some', options, async (t) => {
  const place = await newPlace(t)
  const older = collection<{ to: string }>('letters')
  const newer = collection<{ to: string }>('letters', { columns: { to: { type: 'text', of: (letter) => letter.to } } })
  const old = await place.open([older])
  t.after(() => old.close())
  await old.transaction((tx) => tx.insert(older, ['1'], { to: 'jane' }))
  const store = await place.open([newer])
  t.after(() => store.close())
  for (const write of [
    () => old.transaction((tx) => tx.put(older, ['2'], { to: 'kim' })),
    () => old.transaction((tx) => tx.delete(older, ['1'])),
    () => old.transaction((tx) => tx.add(['n'], 1)),
  ])
    await assert.rejects(write(), StoreBrokenError)
  assert.equal(await store.counter(['n']), 0)
  const { docs } = await store.find(newer, { where: [{ column: 'to', equals: 'jane' }], limit: 9 })
  assert.deepEqual(docs, [{ to: 'jane' }])
  await store.transaction((tx) => tx.put(newer, ['2'], { to: 'lee' }))
})

async function newPlace(t: TestContext): Promise<PostgresPlace> {
  const place = await postgresPlace()
  t.after(() => place.remove())
  return place
}

async function twoStores(t: TestContext): Promise<[Store, Store]> {
  const place = await postgresPlace()
  const stores: [Store, Store] = [await place.open([users, codes]), await place.open([users, codes])]
  t.after(async () => {
    for (const store of stores) await store.close()
    await place.remove()
  })
  return stores
}

/** Resolves for all once `count` have come. */
function meeting(count: number): () => Promise<void> {
  const all = signal()
  let here = 0
  return () => {
    if (++here === count) all.give()
    return all.given
  }
}

function signal(): { given: Promise<void>; give: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { given: promise, give: resolve }
}
