import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InvalidCursorError, type Query, type Store } from '../src/index.ts'
import { type Place, type User, users, withStore } from './place.ts'

/** Searches: bounds, order, pages. */
export function findContract(place: () => Promise<Place>): void {
  for (const descending of [false, true]) {
    test(`pages ${descending ? 'descending' : 'ascending'} go through equal and missing values once each, in order`, () =>
      withStore(place, async (store) => {
        const ages = [5, 5, 5, 5, 5, null, null, null, 1, 9, 9, -3, 0, 2 ** 40]
        const all = ages.map((age, i) => ({ pool: 'p', name: `user ${i}`, age }))
        await fill(store, [...all, { pool: 'q', name: 'elsewhere', age: 5 }])
        const sorted = [...all].sort((a, b) => (a.age ?? -Infinity) - (b.age ?? -Infinity) || compare(a.name, b.name))
        const names = (descending ? sorted.reverse() : sorted).map((user) => user.name)
        for (const limit of [1, 2, 3, 5, 13, 14, 15]) {
          const query = { where: [{ column: 'pool', equals: 'p' }], orderBy: 'age', descending, limit }
          assert.deepEqual(await walk(store, query), names, `pages of ${limit}`)
        }
      }))
  }

  test('without an order documents come by key, both ways', () =>
    withStore(place, async (store) => {
      const all = ['b', 'a', 'd', 'c'].map((name) => ({ pool: 'p', name, age: 1 }))
      await fill(store, all)
      assert.deepEqual(await walk(store, { limit: 3 }), ['a', 'b', 'c', 'd'])
      assert.deepEqual(await walk(store, { limit: 3, descending: true }), ['d', 'c', 'b', 'a'])
    }))

  test('a page that ends with the last document names no next one', () =>
    withStore(place, async (store) => {
      await fill(
        store,
        [1, 2].map((age) => ({ pool: 'p', name: `${age}`, age })),
      )
      assert.equal((await store.find(users, { limit: 2 })).next, undefined)
      assert.equal(typeof (await store.find(users, { limit: 1 })).next, 'string')
    }))

  test('a sparse index gives those with a value, in order, and the others are found without it', () =>
    withStore(place, async (store) => {
      const nicknames = ['jo', undefined, 'jane', 'jim', undefined, 'joe']
      await fill(
        store,
        nicknames.map((nickname, i) => ({ pool: 'p', name: `${i}`, age: i, ...(nickname && { nickname }) })),
      )
      const found = async (bound: { startsWith: string } | { equals: string | null }) => {
        const where = [
          { column: 'pool', equals: 'p' },
          { column: 'nickname', ...bound },
        ]
        return walk(store, { where, orderBy: 'nickname', limit: 2 })
      }
      assert.deepEqual(await found({ startsWith: 'j' }), ['2', '3', '0', '5'])
      assert.deepEqual(await found({ equals: 'jo' }), ['0'])
      assert.deepEqual(await found({ equals: null }), ['1', '4'])
    }))

  test('after a change of any columns a document is found by what it has now, and by nothing that it had', () =>
    withStore(place, async (store) => {
      let now: User = { pool: 'p', name: 'n', age: 0, nickname: 'j' }
      await store.transaction((tx) => tx.insert(users, ['one'], now))
      const found = async (column: keyof User, equals: string | number | null) =>
        (await store.find(users, { where: [{ column, equals }], limit: 9 })).docs
      for (let turn = 1; turn < 48; turn++) {
        const before = now
        now = changed(before, turn)
        await store.transaction(async (tx) => {
          assert.deepEqual(await tx.get(users, ['one']), before)
          tx.put(users, ['one'], now)
        })
        for (const column of ['pool', 'name', 'age', 'nickname'] as const) {
          assert.deepEqual(await found(column, now[column] ?? null), [now], `${column} after change ${turn}`)
          if (before[column] !== now[column]) assert.deepEqual(await found(column, before[column] ?? null), [])
        }
      }
    }))

  test('bounds', () =>
    withStore(place, async (store) => {
      await fill(
        store,
        [1, 2, 3, 4, null].map((age) => ({ pool: 'p', name: `${age}`, age })),
      )
      const ages = async (where: Query['where']) => walk(store, { where: where ?? [], orderBy: 'age', limit: 2 })
      assert.deepEqual(await ages([{ column: 'age', atLeast: 3 }]), ['3', '4'])
      assert.deepEqual(await ages([{ column: 'age', above: 3 }]), ['4'])
      assert.deepEqual(await ages([{ column: 'age', atMost: 2 }]), ['1', '2'])
      assert.deepEqual(await ages([{ column: 'age', below: 2 }]), ['1'])
      assert.deepEqual(
        await ages([
          { column: 'age', above: 1 },
          { column: 'age', below: 4 },
        ]),
        ['2', '3'],
      )
      assert.deepEqual(await ages([{ column: 'age', equals: null }]), ['null'])
      assert.deepEqual(
        await ages([
          { column: 'age', equals: 2 },
          { column: 'pool', equals: 'q' },
        ]),
        [],
      )
    }))

  test('startsWith takes every character as itself', () =>
    withStore(place, async (store) => {
      const names = [
        '',
        '%',
        '%a',
        '_',
        '_a',
        'a',
        'ab',
        'a%b',
        'a_b',
        'A',
        'b',
        "a'b",
        'é',
        'éa',
        '\uD7FF',
        '\uD7FFx',
        '\uE000',
        '\uE000x',
        '\uFFFF',
        '\uFFFFx',
        '😀',
        '😀x',
        '😁',
        '\u{10FFFF}',
        '\u{10FFFF}\u{10FFFF}x',
        '\u0000',
        '\u0000x',
        '\u0001x',
        '\uD800',
        '\uD800x',
        '\uDFFFx',
      ]
      await fill(
        store,
        names.map((name) => ({ pool: 'p', name, age: 1 })),
      )
      for (const prefix of names) {
        const found = await walk(store, { where: [{ column: 'name', startsWith: prefix }], orderBy: 'name', limit: 4 })
        const wanted = names.filter((name) => name.startsWith(prefix))
        assert.deepEqual(found.sort(compare), wanted.sort(compare), `starting with ${JSON.stringify(prefix)}`)
      }
    }))

  test('text is ordered by code points', () =>
    withStore(place, async (store) => {
      const names = [
        '\u0000',
        '\u0001',
        '\u0002',
        'A',
        'Z',
        'a',
        'é',
        '\uD7FF',
        '\uD800',
        '\uDFFF',
        '\uE000',
        '\uFFFF',
        '😀',
      ]
      await fill(
        store,
        [...names].reverse().map((name) => ({ pool: 'p', name, age: 1 })),
      )
      assert.deepEqual(await walk(store, { orderBy: 'name', limit: 5 }), names)
      assert.deepEqual(await walk(store, { orderBy: 'name', limit: 5, descending: true }), names.reverse())
    }))

  test('a cursor that no page of the query gave is refused', () =>
    withStore(place, async (store) => {
      await fill(
        store,
        [1, 2, 3].map((age) => ({ pool: 'p', name: `${age}`, age })),
      )
      const { next } = await store.find(users, { orderBy: 'name', limit: 1 })
      const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const wrong = [
        '',
        'x',
        '!',
        json(null),
        json({}),
        json([]),
        json([1]),
        json([1, 2]),
        json([true, 'a']),
        json([1, 'a', 3]),
      ]
      for (const after of [...wrong, next])
        await assert.rejects(
          store.find(users, { orderBy: 'age', limit: 1, after: after ?? '' }),
          InvalidCursorError,
          after,
        )
      await assert.rejects(store.find(users, { limit: 1, after: next ?? '' }), InvalidCursorError)
    }))

  test('unusable queries are refused', () =>
    withStore(place, async (store) => {
      for (const limit of [0, -1, 1001, 1.5, Number.NaN]) await assert.rejects(store.find(users, { limit }), RangeError)
      const refused: Query[] = [
        { limit: 1, orderBy: 'shoe' },
        { limit: 1, orderBy: 'constructor' },
        { limit: 1, where: [{ column: 'shoe', equals: 1 }] },
        { limit: 1, where: [{ column: 'name" OR 1=1 --', equals: 'x' }] },
        { limit: 1, where: [{ column: 'age', startsWith: '1' }] },
        { limit: 1, where: [{ column: 'name', above: 1 }] },
        { limit: 1, where: [{ column: 'age', above: null as unknown as number }] },
        { limit: 1, where: [{ column: 'age' } as unknown as { column: string; equals: number }] },
      ]
      for (const query of refused) await assert.rejects(store.find(users, query), TypeError, JSON.stringify(query))
    }))
}

/** Changes a column for each bit of `turn`; two of them have no value every other time. */
function changed(before: User, turn: number): User {
  const [pool, name, age, named] = [1, 2, 4, 8].map((bit) => (turn & bit) > 0)
  const nickname = named ? (before.nickname === undefined ? `j${turn}` : undefined) : before.nickname
  return {
    pool: pool ? `p${turn}` : before.pool,
    name: name ? `n${turn}` : before.name,
    age: age ? (before.age === null ? turn : null) : before.age,
    ...(nickname !== undefined && { nickname }),
  }
}

async function fill(store: Store, all: readonly User[]): Promise<void> {
  await store.transaction((tx) => {
    for (const user of all) tx.insert(users, [user.pool, user.name], user)
  })
}

/** The names on all pages, one after the other. */
async function walk(store: Store, query: Query): Promise<string[]> {
  const names: string[] = []
  let after: string | undefined
  do {
    const page = await store.find(users, after === undefined ? query : { ...query, after })
    assert.ok(page.docs.length <= query.limit)
    names.push(...page.docs.map((user) => user.name))
    after = page.next
  } while (after !== undefined)
  return names
}

/** By code points of the key, as the store orders them. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
