import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { createClock } from '@herald/environment'
import { empty, queued, runs, send, waiting, withPlace } from './lambda-event-place.ts'
import { openPlace, type PlaceOptions, until } from './lambda-place.ts'

const MINUTE = 60_000

describe('the queue', () => {
  test('is bounded', () =>
    withPlace(
      async (place) => {
        await place.create('held', 'exports.handler = async () => new Promise((done) => setTimeout(done, 60000))', {
          Timeout: 60,
        })
        await send(place, 'held')
        await send(place, 'held')
        await assert.rejects(send(place, 'held'), { name: 'TooManyRequestsException' })
      },
      { queueLimit: 2, concurrency: { perFunction: 1 } },
    ))

  test('a slow function does not keep others waiting', () =>
    withPlace(
      async (place) => {
        await place.create('slow', 'exports.handler = async () => new Promise((done) => setTimeout(done, 60000))', {
          Timeout: 60,
        })
        await place.create('quick', 'exports.handler = async () => {}')
        for (let i = 0; i < 30; i++) await send(place, 'slow')
        const id = await send(place, 'quick')
        await runs(place, id, 1)
      },
      { concurrency: { perFunction: 2, total: 2 } },
    ))

  test('a hundred events are all run, each once', () =>
    withPlace(
      async (place) => {
        await place.create('each', 'exports.handler = async () => {}')
        const ids = await Promise.all(Array.from({ length: 100 }, () => send(place, 'each')))
        await empty(place)
        for (const id of ids) await runs(place, id, 1)
      },
      { concurrency: { perFunction: 3 } },
    ))

  test('outlives a restart, also what was being run; and holds no payload in clear', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'herald-lambda-'))
    const start = Date.parse('2026-09-01T00:00:00Z')
    const options: PlaceOptions = { folder, durable: true, clock: createClock(() => start) }
    try {
      const before = await openPlace(options)
      await before.create(
        'kept',
        'exports.handler = async (event) => { if (event.hang) await new Promise(() => setInterval(() => {}, 999)); throw new Error() }',
        {
          Timeout: 60,
        },
      )
      const failed = await send(before, 'kept', { secret: 'planted-payload' })
      await runs(before, failed, 1)
      await waiting(before, 1)
      const running = await send(before, 'kept', { hang: true })
      await until('the start', () => before.lambda.logs(running).length > 0)
      await before.close({ keepFolder: true })

      for (const name of await readdir(join(folder, 'data'))) {
        const content = await readFile(join(folder, 'data', name))
        assert.equal(content.includes('planted-payload'), false, name)
      }

      const beforeListening = () => new Promise<void>((done) => setTimeout(done, 300))
      const after = await openPlace({ ...options, beforeListening })
      try {
        await until('the second run', () => after.lambda.logs(running).length > 0)
        assert.match(after.lambda.logs(running)[0] ?? '', /^START/)
        assert.deepEqual(after.lambda.logs(failed), [])
        await new Promise((done) => setTimeout(done, 100))
        assert.deepEqual((await queued(after)).map(({ failures }) => failures).sort(), [0, 1])
        after.clock.advance(MINUTE)
        await runs(after, failed, 1)
      } finally {
        await after.close({ keepFolder: true })
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
