import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Store } from '@herald/sender'

export interface Clock {
  now: () => number
  /** Lets seconds pass. */
  pass: (seconds: number) => void
}

/** What a store is tried with: containers of one function, each with a store of its own on the same records. */
export interface Setting {
  container(clock: Clock): Store | Promise<Store>
  end?(): Promise<unknown> | unknown
}

export function clockAt(start = Date.UTC(2026, 10, 21, 12)): Clock {
  let time = start
  return {
    now: () => time,
    pass: (seconds) => {
      time += seconds * 1000
    },
  }
}

/** Everything that is promised of a store, as tests. `shared: false` says that its records live in one container only. */
export function holdToContract(
  name: string,
  begin: () => Promise<Setting>,
  { shared = true, skip = false as string | false } = {},
) {
  let setting: Promise<Setting> | undefined
  let keys = 0
  after(async () => (await setting)?.end?.())

  async function containers(): Promise<{ clock: Clock; first: Store; second: Store; key: string }> {
    setting ??= begin()
    const clock = clockAt()
    const first = await (await setting).container(clock)
    keys += 1
    return { clock, first, second: shared ? await (await setting).container(clock) : first, key: `key-${keys}` }
  }

  test(`${name}: a message is one container's until it is sent, and then it stays sent for an hour`, {
    skip,
  }, async () => {
    const { clock, first, second, key } = await containers()
    assert.equal(await first.claim(key, 30), 'mine')
    assert.equal(await second.claim(key, 30), 'busy')
    await first.done(key)
    assert.equal(await second.claim(key, 30), 'done')
    clock.pass(3590)
    assert.equal(await second.claim(key, 30), 'done')
    clock.pass(20)
    assert.equal(await second.claim(key, 30), 'mine')
  })

  test(`${name}: of many claims at once one is granted`, { skip }, async () => {
    const { first, second, key } = await containers()
    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, each) => (each % 2 ? first : second).claim(key, 30)),
    )
    assert.deepEqual(
      claims.filter((claim) => claim !== 'busy'),
      ['mine'],
    )
  })

  test(`${name}: what was released can be claimed again, and what was sent cannot be released`, { skip }, async () => {
    const { first, second, key } = await containers()
    await first.claim(key, 30)
    await first.release(key)
    assert.equal(await second.claim(key, 30), 'mine')
    await second.done(key)
    await second.release(key)
    assert.equal(await first.claim(key, 30), 'done')
  })

  test(`${name}: the claim of a container that crashed lapses with its lease, not before`, { skip }, async () => {
    const { clock, first, second, key } = await containers()
    await first.claim(key, 30)
    clock.pass(29)
    assert.equal(await second.claim(key, 30), 'busy')
    clock.pass(2)
    assert.equal(await second.claim(key, 30), 'mine')
    assert.equal(await first.claim(key, 30), 'busy')
  })

  const onlyShared = skip || (!shared && 'its records live in one container')
  test(`${name}: who lost a claim cannot give it away, but may still say that it was sent`, {
    skip: onlyShared,
  }, async () => {
    const { clock, first, second, key } = await containers()
    await first.claim(key, 30)
    clock.pass(31)
    assert.equal(await second.claim(key, 30), 'mine')
    await first.release(key)
    assert.equal(await first.claim(key, 30), 'busy')
    await first.done(key)
    await second.release(key)
    assert.equal(await second.claim(key, 30), 'done')
  })

  test(`${name}: releasing what nobody holds does nothing`, { skip }, async () => {
    const { first, key } = await containers()
    await first.release(key)
    assert.equal(await first.claim(key, 30), 'mine')
  })

  test(`${name}: events are counted in all containers until their window ends, which begins with the first`, {
    skip,
  }, async () => {
    const { clock, first, second, key } = await containers()
    assert.equal(await first.hit(key, 60), 1)
    clock.pass(40)
    assert.equal(await second.hit(key, 60), 2)
    assert.equal(await second.hit(`${key}-other`, 60), 1)
    clock.pass(19)
    assert.equal(await first.hit(key, 60), 3)
    clock.pass(1)
    assert.equal(await first.hit(key, 60), 1)
    clock.pass(59)
    assert.equal(await first.hit(key, 60), 2)
  })

  test(`${name}: no event is lost among many at once`, { skip }, async () => {
    const { first, second, key } = await containers()
    const places = await Promise.all(
      Array.from({ length: 20 }, (_, each) => (each % 2 ? first : second).hit(key, 60, `event-${each}`)),
    )
    assert.deepEqual(
      places.sort((a, b) => a - b),
      Array.from({ length: 20 }, (_, each) => each + 1),
    )
  })

  test(`${name}: an event keeps its place when it comes again, and takes none from others`, { skip }, async () => {
    const { clock, first, second, key } = await containers()
    assert.equal(await first.hit(key, 60, 'a'), 1)
    assert.equal(await first.hit(key, 60, 'b'), 2)
    assert.equal(await second.hit(key, 60, 'a'), 1)
    assert.equal(await second.hit(key, 60, 'c'), 3)
    assert.equal(await first.hit(key, 60, 'a'), 1)
    assert.equal(await first.hit(`${key}-other`, 60, 'a'), 1)
    clock.pass(60)
    assert.equal(await second.hit(key, 60, 'c'), 1)
    assert.equal(await first.hit(key, 60, 'a'), 2)
  })
}
