import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Collection, CommitOptions, Store } from '../src/index.ts'
import { findContract } from './find-contract.ts'
import { codes, type Place, users, withStore } from './place.ts'
import { textContract } from './text-contract.ts'
import { transactionContract } from './transaction-contract.ts'

/**
 * What every database behind the store's door has to keep.
 * @param place makes a fresh, empty place for data.
 */
export function storeContract(name: string, place: () => Promise<Place>): void {
  describe(`store on ${name}`, () => {
    transactionContract(place)
    findContract(place)
    textContract(place)
    guardContract(place)
  })
}

function guardContract(place: () => Promise<Place>): void {
  const uses: [string, (store: Store) => Promise<unknown>][] = [
    ['get', (store) => store.get(users, ['p', 'a'])],
    ['find', (store) => store.find(users, { limit: 1 })],
    ['counter', (store) => store.counter(['c'])],
    ['transaction', (store) => store.transaction(() => undefined)],
  ]
  for (const [what, use] of uses) {
    test(`the store's ${what} refuses to be used inside a transaction`, () =>
      withStore(place, async (store) => {
        await assert.rejects(
          store.transaction(() => use(store)),
          /inside a transaction/,
        )
        await use(store)
      }))
  }

  test('a transaction that is over refuses to be used', () =>
    withStore(place, async (store) => {
      const kept = await store.transaction((tx) => ({ tx }))
      await assert.rejects(kept.tx.get(users, ['p', 'a']), /is over/)
      assert.throws(() => kept.tx.put(codes, ['a'], { used: false }), /is over/)
      assert.throws(() => kept.tx.add(['n'], 1), /is over/)
    }))

  test('a lazy commit is there once it resolves, alone, in company, and where the store closes meanwhile', () =>
    withStore(place, async (store, { durable, open }) => {
      const put = (name: string, options?: CommitOptions) =>
        store.transaction((tx) => tx.put(codes, [name], { used: false }), options)
      await put('alone', { lazily: true })
      assert.ok(await store.get(codes, ['alone']))
      const order: string[] = []
      const both = ['lazy', 'hurried'].map((name) =>
        put(name, { lazily: name === 'lazy' }).then(() => order.push(name)),
      )
      await Promise.all(both)
      assert.deepEqual(order, ['lazy', 'hurried'])
      const late = put('late', { lazily: true })
      await store.close()
      await late
      if (!durable) return
      const again = await open([users, codes])
      assert.ok(await again.get(codes, ['late']))
      await again.close()
    }))

  test('a collection the store was not opened with is refused by name', () =>
    withStore(place, async (store) => {
      const strange: Collection<object> = { name: 'strangers', columns: {}, indexes: [], sparseIndexes: [] }
      await assert.rejects(store.get(strange, ['a']), /"strangers"/)
      await assert.rejects(
        store.transaction((tx) => tx.put(strange, ['a'], {})),
        /"strangers"/,
      )
    }))

  test('values that a database would take in silence are refused, and nothing is written', () =>
    withStore(place, async (store) => {
      for (const age of [true, new Date(0), undefined, 1.5, '7', Number.NaN, 2 ** 60]) {
        await assert.rejects(
          store.transaction((tx) => {
            tx.put(codes, ['before'], { used: false })
            tx.put(users, ['p', 'a'], { pool: 'p', name: 'a', age: age as number })
          }),
          /Column "age" of users takes a whole number or null/,
        )
        await assert.rejects(
          store.find(users, { where: [{ column: 'age', equals: age as number }], limit: 1 }),
          /Column "age" of users/,
        )
      }
      assert.equal(await store.get(codes, ['before']), undefined)
    }))

  test('after close every use is refused, and close may be called again', () =>
    withStore(place, async (store) => {
      await store.close()
      await assert.rejects(store.get(users, ['p', 'a']), /closed/)
      await assert.rejects(
        store.transaction(() => 1),
        /closed/,
      )
      await store.close()
    }))

  test('close waits for the transactions under way', () =>
    withStore(place, async (store, opened) => {
      const running = Promise.all(
        Array.from({ length: 20 }, (_, i) => store.transaction((tx) => tx.put(codes, [`c${i}`], { used: false }))),
      )
      await store.close()
      await running
      if (!opened.durable) return
      const again = await opened.open([users, codes])
      assert.ok(await again.get(codes, ['c19']))
      await again.close()
    }))
}
