import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createRecentDocs } from '../src/recent-docs.ts'

const put = (key: string, doc: string) => ({ kind: 'put', collection: 'users', key, doc, columns: [] }) as const

describe('the documents used last', () => {
  test('are the newest that were committed, in whatever order that is learned', () => {
    const recent = createRecentDocs({ docs: 10, characters: 1000 })
    recent.read('users', 'jane', { version: 7, doc: '"seventh"' })
    recent.written([put('jane', '"sixth"')], 6)
    assert.equal(recent.get('users', 'jane')?.version, 7)
    recent.written([put('jane', '"eighth"')], 8)
    assert.deepEqual(recent.get('users', 'jane'), { version: 8, doc: '"eighth"' })
    recent.written([{ kind: 'delete', collection: 'users', key: 'jane' }], 9)
    assert.equal(recent.get('users', 'jane'), undefined)
  })

  test('are so many at most, and forgotten in the order of their last use', () => {
    const recent = createRecentDocs({ docs: 2, characters: 1000 })
    recent.written([put('a', '1'), put('b', '2')], 1)
    recent.get('users', 'a')
    recent.written([put('c', '3')], 2)
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => recent.get('users', key)?.doc),
      ['1', undefined, '3'],
    )
  })

  test('take so much room at most', () => {
    const recent = createRecentDocs({ docs: 100, characters: 10 })
    recent.written([put('a', '12345'), put('b', '12345')], 1)
    recent.written([put('a', '123456')], 2)
    assert.equal(recent.get('users', 'b'), undefined)
    assert.equal(recent.get('users', 'a')?.doc, '123456')
    recent.written([put('c', '12345678901')], 3)
    assert.equal(recent.get('users', 'c'), undefined)
  })
})
