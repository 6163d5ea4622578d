import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { InboxFilterError } from '@herald/inbox'
import { openPlace, START } from './place.ts'

const DAY = 86_400_000

describe('the list', () => {
  test('is newest first, in pages, and filtered by each column', async (t) => {
    const { inbox, clock, queue, deliver } = await openPlace(t)
    await queue()
    clock.advance(1000)
    const trigger = { source: 'CustomSMSSender_Authentication', userPoolId: 'eu-west-1_B', userName: 'omar' }
    await queue({ channel: 'sms', to: '+491701234567', trigger })
    await deliver({ to: 'Team@Example.com, ops@example.com', text: 'x' })
    const found = async (filter: Parameters<typeof inbox.list>[0]) =>
      (await inbox.list(filter)).messages.map(({ to }) => to)
    const all = ['Team@Example.com, ops@example.com', '+491701234567', 'jane@example.com']
    assert.deepEqual(await found({}), all)
    assert.deepEqual(await found({ source: trigger.source }), [all[1]])
    assert.deepEqual(await found({ userPoolId: 'eu-west-1_B' }), [all[1]])
    assert.deepEqual(await found({ userName: 'jane' }), [all[2]])
    assert.deepEqual(await found({ channel: 'sms' }), [all[1]])
    assert.deepEqual(await found({ state: 'delivered' }), [all[0]])
    assert.deepEqual(await found({ to: 'JANE@example.com' }), [all[2]])
    assert.deepEqual(await found({ to: 'ops@example.com' }), [all[0]])
    assert.deepEqual(await found({ after: new Date(START).toISOString() }), all.slice(0, 2))
    const first = await inbox.list({ limit: 2 })
    assert.deepEqual(
      first.messages.map(({ to }) => to),
      all.slice(0, 2),
    )
    const second = await inbox.list({ limit: 2, before: first.next! })
    assert.deepEqual(
      second.messages.map(({ to }) => to),
      all.slice(2),
    )
    assert.equal(second.next, undefined)
    assert.deepEqual(await found({ after: second.messages[0]!.id }), all.slice(0, 2))
  })

  test('refuses what it cannot understand', async (t) => {
    const { inbox } = await openPlace(t)
    for (const filter of [{ limit: 0 }, { limit: 201 }, { limit: 1.5 }, { after: 'yesterday' }, { before: 'x' }])
      await assert.rejects(inbox.list(filter), InboxFilterError)
  })

  test('keeps the newest messages and removes what is too many', async (t) => {
    const { inbox, queue } = await openPlace(t, { retention: { messages: 10 } })
    for (let i = 0; i < 40; i++) await queue({ to: `${i}@example.com` })
    const kept = (await inbox.list({ limit: 200 })).messages.map(({ to }) => to)
    assert.ok(kept.length >= 10 && kept.length <= 12, `${kept.length} are kept`)
    assert.equal(kept[0], '39@example.com')
  })

  test('forgets after its days, at the next start', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'inbox-'))
    t.after(() => rm(folder, { recursive: true, force: true }))
    await t.test('an old message, and a newer one', async (t) => {
      const { clock, queue } = await openPlace(t, { folder })
      await queue({ to: 'old@example.com' })
      clock.advance(2 * DAY)
      await queue({ to: 'new@example.com' })
    })
    await t.test('eight days later only the newer one is there', async (t) => {
      const { inbox } = await openPlace(t, { folder, at: START + 8 * DAY })
      assert.deepEqual(
        (await inbox.list({})).messages.map(({ to }) => to),
        ['new@example.com'],
      )
    })
  })

  test('is emptied on request, and watchers are told', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    await deliver({ traceRoot: id, text: '123456' })
    let cleared = 0
    inbox.watch({ wantsMessages: () => true, changed() {}, cleared: () => cleared++ })
    await inbox.clear()
    assert.equal(cleared, 1)
    assert.deepEqual((await inbox.list({})).messages, [])
    assert.equal(await inbox.get(id), undefined)
  })

  test('reads no message for a watcher that wants ids only', async (t) => {
    const { inbox, store, queue } = await openPlace(t)
    const told: [string, string | undefined][] = []
    let wants = false
    inbox.watch({ wantsMessages: () => wants, changed: (id, message) => told.push([id, message?.state]) })
    const reads = t.mock.method(store, 'get')
    const id = await queue()
    assert.deepEqual(told, [[id, undefined]])
    assert.equal(reads.mock.callCount(), 0)
    wants = true
    await inbox.step(id, { stage: 'invoke', outcome: 'started' }, 'invoking')
    await new Promise(setImmediate)
    assert.deepEqual(told.at(-1), [id, 'invoking'])
  })
})
