import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { test } from 'node:test'
import { StoreBusyError } from '../src/index.ts'
import { codes, type Place, users, withStore } from './place.ts'

/** Taken while no transaction is under way, so what it runs is in none. */
const inNobodysContext = AsyncLocalStorage.snapshot()

/** Atomicity and isolation. */
export function transactionContract(place: () => Promise<Place>): void {
  test('50 neighbours that read and then write one document lose no update', () =>
    withStore(place, async (store) => {
      await Promise.all(
        Array.from({ length: 50 }, () =>
          store.transaction(async (tx) => {
            const before = await tx.get(codes, ['n'])
            await Promise.resolve()
            tx.put(codes, ['n'], { used: false, count: (before?.count ?? 0) + 1 })
          }),
        ),
      )
      assert.equal((await store.get(codes, ['n']))?.count, 50)
    }))

  test('16 callers that never pause on one document all get through, and hardly ever in vain', () =>
    withStore(place, async (store) => {
      let runs = 0
      await Promise.all(
        Array.from({ length: 16 }, async () => {
          for (let i = 0; i < 20; i++)
            await store.transaction(async (tx) => {
              runs++
              const before = await tx.get(codes, ['n'])
              tx.put(codes, ['n'], { used: false, count: (before?.count ?? 0) + 1 })
            })
        }),
      )
      assert.equal((await store.get(codes, ['n']))?.count, 320)
      assert.ok(runs < 400, `320 transactions took ${runs} runs`)
    }))

  test('a code presented 50 times at once is accepted once', () =>
    withStore(place, async (store) => {
      await store.transaction((tx) => tx.insert(codes, ['123456'], { used: false }))
      const accepted = await Promise.all(
        Array.from({ length: 50 }, () =>
          store.transaction(async (tx) => {
            const code = await tx.get(codes, ['123456'])
            if (!code || code.used) return false
            tx.put(codes, ['123456'], { used: true })
            return true
          }),
        ),
      )
      assert.equal(accepted.filter(Boolean).length, 1)
    }))

  test('who loses a key that two insert leaves nothing of that try, whatever came before it', () =>
    withStore(place, async (store) => {
      const tries = Array.from({ length: 30 }, (_, i) =>
        store.transaction(async (tx) => {
          if (await tx.get(codes, ['shared'])) return false
          tx.insert(codes, [`own ${i}`], { used: false })
          tx.insert(codes, ['shared'], { used: false, count: i })
          return true
        }),
      )
      const winners = (await Promise.all(tries)).flatMap((won, i) => (won ? [i] : []))
      const own = await Promise.all(tries.map((_, i) => store.get(codes, [`own ${i}`])))
      assert.equal(winners.length, 1)
      assert.deepEqual(
        own.flatMap((found, i) => (found ? [i] : [])),
        winners,
      )
    }))

  test('of 50 who insert the same new key one wins, and the others see it', () =>
    withStore(place, async (store) => {
      const won = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          store.transaction(async (tx) => {
            if (await tx.get(users, ['p', 'jane'])) return undefined
            tx.insert(users, ['p', 'jane'], { pool: 'p', name: 'jane', age: i })
            return i
          }),
        ),
      )
      const winners = won.filter((i) => i !== undefined)
      assert.equal(winners.length, 1)
      assert.equal((await store.get(users, ['p', 'jane']))?.age, winners[0])
    }))

  test('two who read both documents and write one each do not both pass (write skew)', () =>
    withStore(place, async (store) => {
      for (let round = 0; round < 20; round++) {
        const [a, b] = [`a${round}`, `b${round}`]
        await store.transaction((tx) => {
          for (const key of [a, b]) tx.put(codes, [key], { used: false })
        })
        const leave = (own: string) =>
          store.transaction(async (tx) => {
            const both = [await tx.get(codes, [a]), await tx.get(codes, [b])]
            if (both.some((code) => code?.used)) return
            tx.put(codes, [own], { used: true })
          })
        await Promise.all([leave(a), leave(b)])
        const used = [await store.get(codes, [a]), await store.get(codes, [b])].filter((code) => code?.used)
        assert.equal(used.length, 1)
      }
    }))

  test('two who find both documents absent and write one each do not both pass', () =>
    withStore(place, async (store) => {
      for (let round = 0; round < 20; round++) {
        const keys = [`a${round}`, `b${round}`]
        const enter = (own: number) =>
          store.transaction(async (tx) => {
            const both = [await tx.get(codes, [keys[0] ?? '']), await tx.get(codes, [keys[1] ?? ''])]
            if (both.some(Boolean)) return false
            tx.insert(codes, [keys[own] ?? ''], { used: false })
            return true
          })
        const entered = await Promise.all([enter(0), enter(1)])
        assert.equal(entered.filter(Boolean).length, 1)
      }
    }))

  test('two documents that change together are never seen apart, not even by work that only reads or refuses', () =>
    withStore(place, async (store) => {
      const write = (count: number) =>
        store.transaction((tx) => {
          tx.put(codes, ['left'], { used: false, count })
          tx.put(codes, ['right'], { used: false, count })
        })
      await write(0)
      // A neighbour commits between the two reads of the first run.
      for (const refuse of [false, true]) {
        let runs = 0
        const seen = store.transaction(async (tx) => {
          runs++
          const left = await tx.get(codes, ['left'])
          if (runs === 1) await outside(() => write((left?.count ?? 0) + 1))
          const right = await tx.get(codes, ['right'])
          if (left?.count !== right?.count) throw new Error('torn')
          if (refuse) throw new Error('refused')
          return left?.count
        })
        if (refuse) await assert.rejects(seen, /refused/)
        else assert.equal(await seen, 1)
        assert.equal(runs, 2)
      }
    }))

  test('a document that was deleted and made anew meanwhile is not the one that was read', () =>
    withStore(place, async (store) => {
      await store.transaction((tx) => tx.insert(codes, ['a'], { used: false, count: 1 }))
      let runs = 0
      await store.transaction(async (tx) => {
        const code = await tx.get(codes, ['a'])
        if (++runs === 1)
          await outside(async () => {
            await store.transaction((other) => other.delete(codes, ['a']))
            await store.transaction((other) => other.insert(codes, ['a'], { used: false, count: 10 }))
          })
        tx.put(codes, ['a'], { used: true, count: (code?.count ?? 0) + 1 })
      })
      assert.deepEqual(await store.get(codes, ['a']), { used: true, count: 11 })
    }))

  test('a transaction reads what it wrote; its neighbours do not until it has committed', () =>
    withStore(place, async (store) => {
      await store.transaction(async (tx) => {
        tx.insert(codes, ['a'], { used: false })
        assert.deepEqual(await tx.get(codes, ['a']), { used: false })
        assert.equal(await outside(() => store.get(codes, ['a'])), undefined)
        tx.put(codes, ['a'], { used: true })
        assert.deepEqual(await tx.get(codes, ['a']), { used: true })
        tx.delete(codes, ['a'])
        assert.equal(await tx.get(codes, ['a']), undefined)
        tx.insert(codes, ['a'], { used: false, count: 3 })
      })
      assert.deepEqual(await store.get(codes, ['a']), { used: false, count: 3 })
    }))

  test('documents are copies: changing one afterwards changes nothing that is stored', () =>
    withStore(place, async (store) => {
      const code = { used: false }
      await store.transaction(async (tx) => {
        tx.put(codes, ['a'], code)
        code.used = true
        const first = await tx.get(codes, ['a'])
        assert.deepEqual(first, { used: false })
        if (first) first.used = true
        assert.deepEqual(await tx.get(codes, ['a']), { used: false })
      })
      assert.deepEqual(await store.get(codes, ['a']), { used: false })
    }))

  test('work that throws writes nothing, and the caller gets the error itself', () =>
    withStore(place, async (store) => {
      const refusal = new Error('no')
      const failing = store.transaction(async (tx) => {
        tx.put(codes, ['a'], { used: false })
        tx.add(['n'], 1)
        await tx.get(users, ['p', 'a'])
        throw refusal
      })
      await assert.rejects(failing, (error) => error === refusal)
      assert.equal(await store.get(codes, ['a']), undefined)
      assert.equal(await store.counter(['n']), 0)
    }))

  test('a key inserted twice: known in the transaction it is an error, blindly it is busy for ever', () =>
    withStore(place, async (store) => {
      await store.transaction((tx) => tx.insert(codes, ['a'], { used: false }))
      await assert.rejects(
        store.transaction(async (tx) => {
          await tx.get(codes, ['a'])
          tx.insert(codes, ['a'], { used: true })
        }),
        /is there already/,
      )
      await assert.rejects(
        store.transaction((tx) => tx.insert(codes, ['a'], { used: true })),
        StoreBusyError,
      )
      assert.deepEqual(await store.get(codes, ['a']), { used: false })
    }))

  test('counters add up, and those who add do not disturb each other', () =>
    withStore(place, async (store) => {
      let runs = 0
      await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          store.transaction((tx) => {
            runs++
            tx.add(['users', 'p'], 3)
            tx.add(['users', 'p'], -1)
            tx.put(codes, [`c${i}`], { used: false })
          }),
        ),
      )
      assert.equal(await store.counter(['users', 'p']), 100)
      assert.equal(await store.counter(['users', 'q']), 0)
      assert.equal(runs, 50)
    }))

  test('reads started side by side are one read each, and all are checked', () =>
    withStore(place, async (store) => {
      await store.transaction((tx) => tx.put(codes, ['a'], { used: false, count: 1 }))
      const sums = await Promise.all(
        Array.from({ length: 20 }, () =>
          store.transaction(async (tx) => {
            const [a, again, b] = await Promise.all([tx.get(codes, ['a']), tx.get(codes, ['a']), tx.get(codes, ['b'])])
            assert.deepEqual(a, again)
            tx.put(codes, ['b'], { used: false, count: (b?.count ?? 0) + (a?.count ?? 0) })
          }),
        ),
      )
      assert.equal(sums.length, 20)
      assert.equal((await store.get(codes, ['b']))?.count, 20)
    }))
}

/** What a neighbour does at that moment: outside of the transaction that waits for it. */
function outside<T>(action: () => Promise<T>): Promise<T> {
  return inNobodysContext(action) as Promise<T>
}
