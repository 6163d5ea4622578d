import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { rootOfTraceHeader } from '@herald/inbox'
import { openPlace, START } from './place.ts'

describe('a message of a pool', () => {
  test('is queued with its code, and told of after the commit', async (t) => {
    const { inbox, queue, told } = await openPlace(t)
    const message = await told(
      (each) => each.state === 'queued',
      () => queue(),
    )
    assert.deepEqual(message, {
      id: message.id,
      at: '2026-09-01T12:00:00.000Z',
      state: 'queued',
      channel: 'email',
      to: 'jane@example.com',
      trigger: {
        source: 'CustomEmailSender_SignUp',
        userPoolId: 'eu-west-1_A',
        userName: 'jane',
        clientId: 'c1',
        code: '123456',
      },
    })
    assert.deepEqual((await inbox.get(message.id))?.trace, [
      { at: '2026-09-01T12:00:00.000Z', stage: 'queued', outcome: 'ok' },
    ])
  })

  test('does not exist, and is not told of, when its transaction fails', async (t) => {
    const { inbox, store, queue } = await openPlace(t)
    const heard: string[] = []
    inbox.subscribe((message) => heard.push(message.to))
    const failing = store.transaction((tx) => {
      inbox.queued(tx, {
        id: '1-00000000-000000000000000000000000',
        channel: 'sms',
        to: '+4917',
        trigger: { source: 's', userPoolId: 'p', userName: 'u' },
        steps: [],
      })
      throw new Error('no')
    })
    await assert.rejects(failing, /no/)
    await queue()
    assert.deepEqual(
      (await inbox.list({})).messages.map(({ to }) => to),
      ['jane@example.com'],
    )
    assert.ok(!heard.includes('+4917'))
  })

  test('is filled by its first delivery; the code is then read out of the body', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    const body = { from: 'us@example.com', subject: 'Hello', text: 'Your code: 123456.' }
    assert.equal(await deliver({ ...body, traceRoot: id }), id)
    const message = await inbox.get(id)
    assert.equal(message?.state, 'delivered')
    assert.deepEqual([message.from, message.subject, message.text], [body.from, body.subject, body.text])
    assert.equal(message.trigger?.code, '123456')
    assert.deepEqual(message.trace.at(-1), {
      at: '2026-09-01T12:00:00.000Z',
      stage: 'provider',
      outcome: 'ok',
      detail: 'SES v2 SendEmail',
    })
    assert.equal((await inbox.list({})).messages.length, 1)
  })

  test('keeps no secret once it is delivered: a body without the code shows none', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    await deliver({ text: 'Come back later.', traceRoot: id })
    const message = await inbox.get(id)
    assert.equal(message?.trigger?.code, undefined)
    assert.match(message?.trace.at(-1)?.detail ?? '', /does not show the code/)
  })

  test('a second delivery becomes a message of its own, of the same cause', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    await deliver({ text: 'First 123456', traceRoot: id })
    const second = await deliver({ text: 'Second 123456', traceRoot: id })
    assert.notEqual(second, id)
    const message = await inbox.get(second)
    assert.deepEqual(
      [message?.text, message?.trigger?.userName, message?.trigger?.code],
      ['Second 123456', 'jane', '123456'],
    )
    const first = await inbox.get(id)
    assert.equal(first?.text, 'First 123456')
    assert.match(first?.trace.at(-1)?.detail ?? '', new RegExp(second))
  })

  test('fifty deliveries at once fill it once and become forty-nine more', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    const ids = await Promise.all(Array.from({ length: 50 }, (_, i) => deliver({ text: `${i} 123456`, traceRoot: id })))
    assert.equal(new Set(ids).size, 50)
    assert.equal(ids.filter((each) => each === id).length, 1)
    assert.equal((await inbox.list({ limit: 200 })).messages.length, 50)
  })

  test('stays delivered whatever step comes after', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    await deliver({ traceRoot: id, text: '123456' })
    await inbox.step(id, { stage: 'function', outcome: 'failed' }, 'retrying')
    const message = await inbox.get(id)
    assert.equal(message?.state, 'delivered')
    assert.equal(message.trace.at(-1)?.outcome, 'failed')
  })

  test('a delivery with an unknown trace, or none, stands alone', async (t) => {
    const { inbox, deliver } = await openPlace(t)
    const root = rootOfTraceHeader('Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1')
    const id = await deliver({ traceRoot: root!, text: 'a' })
    const other = await deliver({ text: 'b' })
    assert.notEqual(id, root)
    for (const each of [id, other]) assert.equal((await inbox.get(each))?.trigger, undefined)
  })
})

describe('the trace', () => {
  test('keeps the order of fifty steps that come at once, and loses none', async (t) => {
    const { inbox, queue } = await openPlace(t)
    const id = await queue()
    await Promise.all(Array.from({ length: 50 }, (_, i) => inbox.step(id, { stage: `s${i}`, outcome: 'ok' })))
    const stages = (await inbox.get(id))?.trace.map(({ stage }) => stage)
    assert.deepEqual(stages, ['queued', ...Array.from({ length: 50 }, (_, i) => `s${i}`)])
  })

  test('is bounded: its beginning and its newest steps stay', async (t) => {
    const { inbox, queue } = await openPlace(t)
    const id = await queue()
    await Promise.all(Array.from({ length: 300 }, (_, i) => inbox.step(id, { stage: `s${i}`, outcome: 'ok' })))
    const trace = (await inbox.get(id))?.trace ?? []
    assert.equal(trace.length, 100)
    assert.equal(trace[0]?.stage, 'queued')
    assert.equal(trace.at(-1)?.stage, 's299')
  })

  test('never shows the code, before or after delivery', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    await inbox.step(id, { stage: 'function', outcome: 'failed', detail: 'Error: cannot send 123456' }, 'retrying')
    await deliver({ traceRoot: id, text: '123456' })
    await inbox.step(id, { stage: 'function', outcome: 'ok', detail: 'sent 123456' })
    const details = (await inbox.get(id))?.trace.map(({ detail }) => detail ?? '')
    assert.ok(details?.includes('Error: cannot send ••••••'))
    assert.ok(details?.includes('sent ••••••'))
  })

  test('a step of something the inbox does not know is ignored', async (t) => {
    const { inbox } = await openPlace(t)
    await inbox.step('1-5759e988-bd862e3fe1be46a994272793', { stage: 'function', outcome: 'ok' })
    assert.deepEqual((await inbox.list({})).messages, [])
  })
})

describe('the secret', () => {
  test('is erased when it expires by the clock', async (t) => {
    const { inbox, clock, queue, told } = await openPlace(t)
    const id = await queue({ secretExpiresAt: START + 3_600_000 })
    clock.advance(3_599_000)
    assert.equal((await inbox.get(id))?.trigger?.code, '123456')
    await told(
      (message) => message.id === id,
      () => clock.advance(1_000),
    )
    const message = await inbox.get(id)
    assert.equal(message?.trigger?.code, undefined)
    assert.equal(message?.trace.at(-1)?.stage, 'code-expired')
    clock.advance(-3_600_000)
    assert.equal((await inbox.get(id))?.trigger?.code, undefined)
  })

  test('is erased when it is superseded or used', async (t) => {
    const { inbox, queue } = await openPlace(t)
    for (const [why, stage] of [
      ['superseded', 'superseded'],
      ['used', 'code-used'],
    ] as const) {
      const id = await queue()
      await inbox.secretGone(id, why)
      const message = await inbox.get(id)
      assert.equal(message?.trigger?.code, undefined)
      assert.equal(message?.trace.at(-1)?.stage, stage)
    }
  })

  test('rests sealed, like the body, and nothing of either is in the data folder', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'inbox-'))
    t.after(() => rm(folder, { recursive: true, force: true }))
    const { store, inbox, queue, deliver } = await openPlace(t, { folder })
    const id = await queue({ secret: 'Planted-Code-1' })
    await inbox.step(id, { stage: 'function', outcome: 'failed', detail: 'it said Planted-Code-1' })
    await deliver({
      traceRoot: id,
      subject: 'Planted-Subject',
      text: 'Planted-Text Planted-Code-1',
      html: '<p>Planted-Html</p>',
    })
    await store.transaction(() => {})
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
    const kept = Buffer.concat(files).toString('latin1')
    assert.ok(kept.includes('jane@example.com'), 'the test looks at the right files')
    assert.ok(!kept.includes('Planted'))
    assert.equal((await inbox.get(id))?.trigger?.code, 'Planted-Code-1')
  })
})
