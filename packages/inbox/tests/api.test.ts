import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openPlace, serveApi } from './place.ts'

interface Listed {
  messages: { id: string; to: string }[]
  next?: string
}

async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T
}

describe('/_herald/messages', () => {
  test('lists, shows one with its trace, and deletes', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const id = await place.queue()
    await place.queue({ to: '+491701234567', channel: 'sms' })
    const response = await fetch(`${api}/messages?to=jane%40example.com&channel=email`)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    assert.deepEqual(
      (await json<Listed>(response)).messages.map((message) => message.id),
      [id],
    )
    const phone = await json<Listed>(await fetch(`${api}/messages?to=+491701234567`))
    assert.equal(phone.messages.length, 1)
    const one = await json<{ trace: { stage: string }[] }>(await fetch(`${api}/messages/${id}`))
    assert.deepEqual(
      one.trace.map(({ stage }) => stage),
      ['queued'],
    )
    const page = await json<Listed>(await fetch(`${api}/messages?limit=1`))
    const rest = await json<Listed>(await fetch(`${api}/messages?limit=1&before=${page.next}`))
    assert.deepEqual(
      rest.messages.map((message) => message.id),
      [id],
    )
    assert.equal((await fetch(`${api}/messages`, { method: 'DELETE' })).status, 204)
    assert.equal((await fetch(`${api}/messages/${id}`)).status, 404)
  })

  test('shows HTML only behind a policy that lets it do nothing', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const id = await place.deliver({ html: '<!DOCTYPE html><script>alert(1)</script>' })
    const response = await fetch(`${api}/messages/${id}/html`)
    const policy = response.headers.get('content-security-policy') ?? ''
    assert.match(policy, /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/)
    assert.doesNotMatch(policy, /allow-scripts|allow-same-origin|script-src|https?:/)
    assert.equal(await response.text(), '<!DOCTYPE html><base target="_blank"><script>alert(1)</script>')
    const textOnly = await place.deliver({ text: 'x' })
    assert.equal((await fetch(`${api}/messages/${textOnly}/html`)).status, 404)
  })
})

describe('/_herald/messages/latest', () => {
  interface Latest {
    message: { id: string }
    code?: string
    link?: string
    text?: string
  }

  test('answers with code, link and text of the newest delivered match', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const id = await place.queue({ secret: '654321' })
    const html = '<p>Code <b>654321</b>, or <a href="https://x.example/c?a=1&amp;b=2">click</a></p>'
    await place.deliver({ traceRoot: id, html })
    await place.queue()
    const latest = await json<Latest>(await fetch(`${api}/messages/latest?to=jane@example.com`))
    assert.equal(latest.message.id, id)
    assert.equal(latest.code, '654321')
    assert.equal(latest.link, 'https://x.example/c?a=1&b=2')
    assert.equal(latest.text, 'Code 654321, or click')
  })

  test('guesses the code of a message that no pool caused', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    await place.deliver({ text: 'Use 4711 at https://x.example/a. Thanks' })
    const latest = await json<Latest>(await fetch(`${api}/messages/latest`))
    assert.deepEqual([latest.code, latest.link], ['4711', 'https://x.example/a'])
  })

  test('waits for a delivery newer than after', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const old = await place.queue()
    await place.deliver({ traceRoot: old, text: 'old 123456' })
    // One listener is the stream of events; each that waits is one more.
    const bothWait = place.listeners(2)
    const waiting = fetch(`${api}/messages/latest?after=${old}&wait=20s`)
    const other = fetch(`${api}/messages/latest?after=${old}&wait=20s&source=CustomEmailSender_ForgotPassword`)
    const trigger = { source: 'CustomEmailSender_ForgotPassword', userPoolId: 'p', userName: 'u' }
    await bothWait
    const first = await place.queue({ secret: '111111' })
    await place.deliver({ traceRoot: first, text: '111111' })
    assert.equal((await json<Latest>(await waiting)).code, '111111')
    const second = await place.queue({ secret: '222222', trigger })
    await place.deliver({ traceRoot: second, text: '222222' })
    assert.equal((await json<Latest>(await other)).code, '222222')
  })

  test('answers 404 when none came', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    await place.queue()
    for (const query of ['', '?wait=50ms']) {
      const response = await fetch(`${api}/messages/latest${query}`)
      assert.equal(response.status, 404)
      assert.match((await json<{ error: string }>(response)).error, /No delivered message matches/)
    }
  })
})

describe('/_herald/events', () => {
  /** Reads events off a stream until `count` with a name of `names` came. */
  async function read(response: Response, count: number, names = ['message', 'reload', 'cleared']) {
    const events: { name: string; id: string | undefined; data: string }[] = []
    let rest = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      rest += chunk
      const blocks = rest.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
        const name = field('event') ?? ''
        if (names.includes(name)) events.push({ name, id: field('id'), data: field('data') ?? '' })
      }
      if (events.length >= count) break
    }
    return events
  }

  test('tells of new and changed messages, and of an emptied inbox', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const response = await fetch(`${api}/events`)
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/)
    const reading = read(response, 3)
    const id = await place.queue()
    await place.inbox.step(id, { stage: 'invoke', outcome: 'started' }, 'invoking')
    await place.inbox.clear()
    const events = await reading
    assert.deepEqual(
      events.map(({ name }) => name),
      ['message', 'message', 'cleared'],
    )
    const states = events.slice(0, 2).map(({ data }) => JSON.parse(data) as { id: string; state: string })
    assert.deepEqual(
      states.map(({ state }) => state),
      ['queued', 'invoking'],
    )
    assert.ok(states.every((message) => message.id === id))
  })

  test('makes up for what a listener missed, and says so where it cannot', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const reading = read(await fetch(`${api}/events`), 1)
    await place.queue({ to: 'first@example.com' })
    const [first] = await reading
    await place.queue({ to: 'missed@example.com' })
    const again = await fetch(`${api}/events`, { headers: { 'last-event-id': first?.id ?? '' } })
    const [missed] = await read(again, 1)
    assert.equal((JSON.parse(missed?.data ?? '{}') as { to: string }).to, 'missed@example.com')
    const stranger = await fetch(`${api}/events`, { headers: { 'last-event-id': 'other-7' } })
    assert.deepEqual(
      (await read(stranger, 1)).map(({ name }) => name),
      ['reload'],
    )
  })
})

describe('/_herald/clock', () => {
  const post = (api: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${api}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  test('moves time on, sets it and resets it', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    assert.deepEqual(await json(await post(api, { advance: '1h30m' })), { now: '2026-09-01T13:30:00.000Z' })
    assert.deepEqual(await json(await post(api, { set: '2030-01-01T00:00:00Z' })), { now: '2030-01-01T00:00:00.000Z' })
    assert.deepEqual(await json(await post(api, { reset: true })), { now: '2026-09-01T12:00:00.000Z' })
  })

  test('refuses what it cannot do with a clear word, and leaves time alone', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const broken: [unknown, number][] = [
      [{}, 400],
      [{ advance: '61' }, 400],
      [{ advance: '-1m' }, 400],
      [{ advance: '999999999999d' }, 400],
      [{ advance: 5 }, 400],
      [{ set: 'tomorrow' }, 400],
      [{ reset: false }, 400],
      [{ advance: '1m', reset: true }, 400],
      [[], 400],
      ['{', 400],
      ['', 400],
      [`{"advance":"${'1'.repeat(70_000)}"}`, 413],
    ]
    for (const [body, status] of broken) {
      const response = await post(api, body)
      assert.equal(response.status, status, JSON.stringify(body).slice(0, 60))
      assert.equal(typeof (await json<{ error: string }>(response)).error, 'string')
    }
    assert.equal((await post(api, { reset: true }, { 'content-type': 'text/plain' })).status, 415)
    assert.equal(new Date(place.clock.now()).toISOString(), '2026-09-01T12:00:00.000Z')
  })

  test('is refused where time is shared', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place, false)
    assert.equal((await post(api, { advance: '1m' })).status, 403)
  })
})

describe('/_herald/', () => {
  test('says that it is ready', async (t) => {
    const api = await serveApi(t, await openPlace(t))
    assert.deepEqual(await json(await fetch(`${api}/health`)), { status: 'ok', version: '1.2.3' })
    const head = await fetch(`${api}/health`, { method: 'HEAD' })
    assert.deepEqual([head.status, await head.text()], [200, ''])
  })

  test('describes every path that it answers', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const { openapi, paths } = await json<{ openapi: string; paths: Record<string, object> }>(
      await fetch(`${api}/openapi.json`),
    )
    assert.equal(openapi, '3.1.0')
    const methods = Object.entries(paths).map(([path, item]) => `${path} ${Object.keys(item).join(' ')}`)
    assert.deepEqual(methods, [
      '/health get',
      '/messages get delete',
      '/messages/latest get',
      '/messages/{id} get',
      '/messages/{id}/html get',
      '/messages/{id}/attachments/{n} get',
      '/events get',
      '/clock post',
      '/risk post',
      '/openapi.json get',
    ])
    for (const path of Object.keys(paths)) {
      const response = await fetch(`${api}${path.replace('{id}', 'x').replace('{n}', '0')}`, { method: 'PUT' })
      assert.equal(response.status, 405)
      assert.deepEqual(response.headers.get('allow')?.toLowerCase().split(', '), Object.keys(paths[path]!))
    }
  })

  test('refuses broken requests with a clear word', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const broken: [path: string, status: number][] = [
      ['/messages?limit=0', 400],
      ['/messages?limit=201', 400],
      ['/messages?limit=ten', 400],
      ['/messages?after=soon', 400],
      ['/messages?before=-1', 400],
      ['/messages?userNam=jane', 400],
      ['/messages?to=a&to=b', 400],
      ['/messages/latest?wait=61s', 400],
      ['/messages/latest?wait=long', 400],
      ['/messages/%ff', 400],
      ['/messages/x', 404],
      ['/messages/__proto__', 404],
      ['/nothing', 404],
      ['/toString', 404],
    ]
    for (const [path, status] of broken) {
      const response = await fetch(`${api}${path}`)
      assert.equal(response.status, status, path)
      assert.equal(typeof (await json<{ error: string }>(response)).error, 'string')
    }
    for (const path of ['/faults']) {
      const response = await fetch(`${api}${path}`)
      assert.equal(response.status, 404)
      assert.match((await json<{ error: string }>(response)).error, /is not built yet/)
    }
  })
})
