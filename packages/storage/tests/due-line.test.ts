import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { collection, createDueLine, openSqliteStore } from '../src/index.ts'

interface Job {
  id: string
  dueAt: number
}

const jobs = collection<Job>('jobs', {
  columns: { due_at: { type: 'integer', of: (job) => job.dueAt } },
  indexes: [['due_at']],
})

async function openPlace(t: TestContext) {
  const store = await openSqliteStore({ folder: undefined, collections: [jobs] })
  t.after(() => store.close())
  const searches = t.mock.method(store, 'find')
  const line = createDueLine({ store, collection: jobs, column: 'due_at' })
  const inHand = new Set<string>()
  return {
    store,
    line,
    inHand,
    searches: () => searches.mock.callCount(),
    put: (id: string, dueAt: number) => store.transaction((tx) => tx.put(jobs, [id], { id, dueAt })),
    done: (id: string) => store.transaction((tx) => tx.delete(jobs, [id])),
    /** Takes and keeps in hand, as a worker does. */
    async take(count: number, now: number) {
      const taken = (await line.take(count, now, inHand)).map(({ id }) => id)
      for (const id of taken) inHand.add(id)
      return taken
    },
  }
}

describe('the line of what is due', () => {
  test('has what lies in the store in its order, and what comes after that without another search', async (t) => {
    const { put, take, line, searches } = await openPlace(t)
    await put('second', 2)
    await put('first', 1)
    assert.deepEqual(await take(1, 10), ['first'])
    await put('third', 10)
    line.added('third')
    assert.deepEqual(await take(5, 10), ['second', 'third'])
    assert.deepEqual(await take(5, 10), [])
    assert.equal(searches(), 1)
  })

  test('has what was there before however much it is, once each', async (t) => {
    const { store, take, line } = await openPlace(t)
    const ids = Array.from({ length: 2500 }, (_, i) => String(i).padStart(4, '0'))
    await store.transaction((tx) => {
      for (const [dueAt, id] of ids.entries()) tx.put(jobs, [id], { id, dueAt })
    })
    const taken: string[] = []
    for (let few = await take(70, 5000); few.length > 0; few = await take(70, 5000)) {
      taken.push(...few)
      if (taken.length !== 700) continue
      await store.transaction((tx) => tx.put(jobs, ['late'], { id: 'late', dueAt: 4000 }))
      line.added('late')
    }
    assert.deepEqual(taken.slice(0, 900), ids.slice(0, 900))
    // What is in hand stays in the store here, and a search sees a thousand of it at most.
    assert.equal(new Set(taken).size, taken.length)
  })

  test('has more than it keeps in memory', async (t) => {
    const { store, take, line, done, inHand } = await openPlace(t)
    assert.deepEqual(await take(1, 0), [])
    const ids = Array.from({ length: 1500 }, (_, i) => String(i).padStart(4, '0'))
    await store.transaction((tx) => {
      for (const id of ids) tx.put(jobs, [id], { id, dueAt: 1 })
    })
    for (const id of ids) line.added(id)
    const taken: string[] = []
    for (let few = await take(50, 1); few.length > 0; few = await take(50, 1)) {
      taken.push(...few)
      for (const id of few) await done(id)
      inHand.clear()
    }
    assert.deepEqual(taken, ids)
  })

  test('tells when something becomes due, and has it then, before what came later', async (t) => {
    const { put, take, line } = await openPlace(t)
    await put('retry', 100)
    assert.deepEqual(await take(1, 10), [])
    assert.equal(line.next(), 100)
    await put('new', 50)
    line.added('new')
    assert.deepEqual(await take(2, 60), ['new'])
    await put('newer', 110)
    line.added('newer')
    assert.deepEqual(await take(2, 110), ['retry', 'newer'])
    assert.equal(line.next(), undefined)
  })

  test('has again what was put off or given back', async (t) => {
    const { put, take, line, inHand } = await openPlace(t)
    await put('one', 1)
    assert.deepEqual(await take(1, 1), ['one'])
    await put('one', 30)
    inHand.clear()
    line.moved(30)
    assert.equal(line.next(), 30)
    assert.deepEqual(await take(1, 29), [])
    assert.deepEqual(await take(1, 30), ['one'])
  })

  test('holds nothing up when the clock goes back, and loses nothing that was taken out of the store', async (t) => {
    const { put, take, line, done } = await openPlace(t)
    assert.deepEqual(await take(1, 100), [])
    for (const id of ['a', 'b']) {
      await put(id, 100)
      line.added(id)
    }
    assert.deepEqual(await take(2, 50), [])
    assert.equal(line.next(), 100)
    await done('a')
    assert.deepEqual(await take(2, 100), ['b'])
  })

  test('loses nothing where the store fails', async (t) => {
    const { store, put, take, line } = await openPlace(t)
    assert.deepEqual(await take(1, 1), [])
    for (const id of ['a', 'b']) {
      await put(id, 1)
      line.added(id)
    }
    const get = t.mock.method(store, 'get', () => Promise.reject(new Error('The disk is gone.')), { times: 1 })
    await assert.rejects(take(2, 1), /disk/)
    get.mock.restore()
    assert.deepEqual(await take(2, 1), ['a', 'b'])
  })
})
