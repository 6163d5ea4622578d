import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openPlace } from './place.ts'

describe('a delivery that carries no trace', () => {
  test('belongs to the message whose code it shows to the same recipient', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const other = await queue({ to: 'omar@example.com', secret: '123456' })
    const older = await queue({ secret: '111111' })
    const id = await queue({ secret: '123456' })
    assert.equal(await deliver({ provider: 'SMTP', to: 'Jane@Example.com', html: '<b>123456</b>' }), id)
    const message = await inbox.get(id)
    assert.deepEqual([message?.state, message?.trigger?.code], ['delivered', '123456'])
    for (const left of [other, older]) assert.equal((await inbox.get(left))?.state, 'queued')
  })

  test('is found by any of its recipients, and by the newest message of them that waits', async (t) => {
    const { queue, deliver } = await openPlace(t)
    await queue({ secret: '123456' })
    const newer = await queue({ secret: '123456' })
    assert.equal(await deliver({ to: 'audit@example.com, jane@example.com', text: '123456' }), newer)
  })

  test('is a further message of the same cause when it comes again', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    assert.equal(await deliver({ text: '123456' }), id)
    const again = await deliver({ text: '123456' })
    assert.notEqual(again, id)
    assert.equal((await inbox.get(again))?.trigger?.userName, 'jane')
    assert.equal((await inbox.get(id))?.trace.at(-1)?.outcome, 'again')
  })

  test('stands alone when it shows no code, another one, or goes to somebody else', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    for (const delivery of [{ text: 'Hello' }, { text: '1234567' }, { to: 'omar@example.com', text: '123456' }]) {
      const alone = await deliver(delivery)
      assert.equal((await inbox.get(alone))?.trigger, undefined)
    }
    assert.equal((await inbox.get(id))?.state, 'queued')
  })

  test('is recognised under a trace that is no message of a pool', async (t) => {
    const { queue, deliver } = await openPlace(t)
    const id = await queue()
    assert.equal(await deliver({ traceRoot: '1-00000000-000000000000000000000000', text: '123456' }), id)
  })

  test('is not recognised by a code that is gone', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    await inbox.secretGone(id, 'superseded')
    assert.notEqual(await deliver({ text: '123456' }), id)
  })
})
