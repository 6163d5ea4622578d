import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  createWorkerPool,
  WorkerLostError,
  type WorkerPoolOptions,
  WorkQueueFullError,
} from '../src/cryptography/worker-pool.ts'

type Task = { say?: string; fail?: string; crash?: true; exit?: true; hang?: true }

function start(options: Partial<WorkerPoolOptions> = {}) {
  const pool = createWorkerPool<Task, string>({ file: '../../tests/fixtures/crashing-worker', workers: 1, ...options })
  return Object.assign(pool, { [Symbol.asyncDispose]: () => pool.close() })
}

test('a job that fails rejects with its own error, and its worker goes on', async () => {
  await using pool = start()
  await assert.rejects(pool.run({ fail: 'no such thing' }), { name: 'RangeError', message: 'no such thing' })
  assert.equal(await pool.run({ say: 'still here' }), 'still here')
})

for (const way of ['crash', 'exit'] as const) {
  test(`a worker that ends (${way}) rejects the jobs it had, and a new one does those that wait`, async () => {
    await using pool = start({ jobsAtOnce: 2 })
    const [lost, beside, later] = [pool.run({ hang: true }), pool.run({ [way]: true }), pool.run({ say: 'later' })]
    await Promise.all([
      assert.rejects(lost, WorkerLostError),
      assert.rejects(beside, way === 'crash' ? /it was told to crash/ : /exit code 3/),
    ])
    assert.equal(await later, 'later')
  })
}

test('the queue is bounded: what goes beyond is refused at once', async () => {
  await using pool = start({ queue: 2 })
  const kept = [pool.run({ hang: true }), pool.run({ say: 'a' }), pool.run({ say: 'b' })]
  const settled = Promise.allSettled(kept)
  await assert.rejects(pool.run({ say: 'c' }), WorkQueueFullError)
  await pool.close()
  assert.deepEqual(
    (await settled).map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  )
})

test('several workers share the jobs; a closed pool takes none', async () => {
  await using pool = start({ workers: 3 })
  const said = await Promise.all(Array.from({ length: 50 }, (_, i) => pool.run({ say: `${i}` })))
  assert.deepEqual(
    said,
    Array.from({ length: 50 }, (_, i) => `${i}`),
  )
  await pool.close()
  await assert.rejects(pool.run({ say: 'x' }), WorkerLostError)
})
