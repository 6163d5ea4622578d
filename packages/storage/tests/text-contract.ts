import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, type Place, users, withStore } from './place.ts'

const TEXTS = [
  '',
  ' ',
  'plain',
  '\u0000',
  'a\u0000b',
  'a\u0000c',
  '\u0001',
  '\u0001\u0001',
  '\uD800',
  '\uD801',
  '\uDFFF',
  'x\uD83Dy',
  '\uFFFD',
  '\uE000',
  '\uE000\uE001',
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  'é',
  'İ',
  '%',
  '%2F',
  '/',
  '//',
  '"',
  "'; DROP TABLE users; --",
  '\\',
  '\u2028',
  'x'.repeat(100_000),
]

/** Any text is stored as it is: in documents, keys, columns and names of counters. */
export function textContract(place: () => Promise<Place>): void {
  test('each text is a key, a column and a counter of its own, and comes back as it was', () =>
    withStore(place, async (store) => {
      await store.transaction((tx) => {
        for (const [i, text] of TEXTS.entries()) {
          tx.insert(users, ['p', text], { pool: 'p', name: text, age: i })
          tx.add([text], i + 1)
        }
      })
      for (const [i, text] of TEXTS.entries()) {
        assert.deepEqual(await store.get(users, ['p', text]), { pool: 'p', name: text, age: i })
        assert.equal(await store.counter([text]), i + 1)
        const found = await store.find(users, { where: [{ column: 'name', equals: text }], limit: 10 })
        assert.deepEqual(
          found.docs.map((user) => user.age),
          [i],
          JSON.stringify(text.slice(0, 20)),
        )
      }
    }))

  test('the parts of a key are never mistaken for others', () =>
    withStore(place, async (store) => {
      const keys = [
        ['a', 'b'],
        ['a/b'],
        ['a%2Fb'],
        ['a', '', 'b'],
        ['a', 'b', ''],
        ['', 'a', 'b'],
        ['a%', 'b'],
        ['a'],
        [''],
      ]
      await store.transaction((tx) => {
        for (const [count, key] of keys.entries()) tx.insert(codes, key, { used: false, count })
      })
      for (const [count, key] of keys.entries()) assert.equal((await store.get(codes, key))?.count, count)
    }))

  test('a key without parts, or with a part that is no text, is refused', () =>
    withStore(place, async (store) => {
      await assert.rejects(store.get(codes, []), TypeError)
      await assert.rejects(store.get(codes, ['a', undefined as unknown as string]), /Part 2 of a key/)
      await assert.rejects(
        store.transaction((tx) => tx.put(codes, [7 as unknown as string], { used: false })),
        TypeError,
      )
    }))
}
