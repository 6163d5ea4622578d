import assert from 'node:assert/strict'
import { get, type RequestOptions } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { isAlive, openPlace, type Place, until, zipOf } from './lambda-place.ts'

/** A client of the Runtime API as people write it: it knows host and port, and sends nothing that Herald told it to. */
const BOOTSTRAP = `#!/usr/bin/env node
const http = require('node:http')
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':')
const call = (method, path, body) => new Promise((resolve, reject) => {
  const sent = http.request({ host, port, method, path: '/2018-06-01/runtime/' + path }, (response) => {
    let text = ''
    response.on('data', (chunk) => { text += chunk })
    response.on('end', () => resolve({ headers: response.headers, text }))
  })
  sent.on('error', reject)
  sent.end(body)
})
;(async () => {
  console.log('starting')
  for (;;) {
    const { headers, text } = await call('GET', 'invocation/next')
    const id = headers['lambda-runtime-aws-request-id']
    const event = JSON.parse(text)
    console.log('got ' + event.name)
    if (event.exit) process.exit(event.exit)
    if (event.hang) { console.log('pid ' + process.pid); for (;;) {} }
    if (event.fail) {
      await call('POST', 'invocation/' + id + '/error', JSON.stringify({ errorType: 'Mine', errorMessage: event.fail }))
    } else {
      const { env } = process
      const answer = { event, pid: process.pid, handler: env._HANDLER, root: env.LAMBDA_TASK_ROOT, cwd: process.cwd(),
        api: env.AWS_LAMBDA_RUNTIME_API, told: Object.keys(env).filter((name) => name.startsWith('HERALD')) }
      await call('POST', 'invocation/' + id + '/response', JSON.stringify(answer))
    }
  }
})()
`

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

async function provided(name: string, files: Record<string, string>, mode: number, more: object = {}): Promise<void> {
  const Code = { ZipFile: await zipOf(files, mode) }
  await place.create(name, '', { Runtime: 'provided.al2023', Handler: 'my.handler', Code, ...more })
}

describe('a function that brings its own runtime', { skip: process.platform === 'win32' }, () => {
  test('its bootstrap speaks the Runtime API, twice in the same process', async () => {
    await provided('own', { bootstrap: BOOTSTRAP }, 0o100755)
    const first = await place.call('own', { name: 'Jane' })
    assert.equal(first.error, undefined, JSON.stringify(first.answer))
    assert.deepEqual(first.answer.event, { name: 'Jane' })
    assert.equal(first.answer.handler, 'my.handler')
    assert.equal(first.answer.cwd, first.answer.root)
    assert.deepEqual(first.answer.told, [])
    assert.match(first.log, /^starting\nSTART RequestId: \S+ Version: \$LATEST\ngot Jane\nEND /)
    assert.match(first.log, /Max Memory Used: [1-9]\d* MB/, 'on Linux')
    // It is free again once it asks for the next event, which an answer does not wait for: until then another one starts.
    const second = await until('the same process', async () => {
      const answered = await place.call('own', { name: 'Joe' })
      return answered.answer.pid === first.answer.pid && answered
    })
    assert.match(second.log, /^START RequestId: \S+ Version: \$LATEST\ngot Joe\nEND /)
  })

  test('its errors, its end and its timeout', async () => {
    await provided('own-errors', { bootstrap: BOOTSTRAP }, 0o100755, { Timeout: 1 })
    const failed = await place.call('own-errors', { fail: 'no' })
    assert.equal(failed.error, 'Unhandled')
    assert.deepEqual(failed.answer, { errorType: 'Mine', errorMessage: 'no' })
    assert.match((await place.call('own-errors', { exit: 9 })).answer.errorMessage, /exit status 9$/)
    const slow = await place.call('own-errors', { hang: true })
    assert.equal(slow.answer.errorType, 'Sandbox.Timedout')
    const pid = Number(/pid (\d+)/.exec(slow.log)?.[1])
    await until('its end', () => !isAlive(pid))
  })

  test('a bootstrap that is missing or not executable is said so', async () => {
    await provided('own-none', { 'index.js': '1' }, 0o100755)
    const none = await place.call('own-none')
    assert.equal(none.answer.errorType, 'Runtime.InvalidEntrypoint')
    assert.match(
      none.answer.errorMessage,
      /Couldn't find valid bootstrap\(s\): \[\/var\/task\/bootstrap \/opt\/bootstrap\]$/,
    )
    await provided('own-plain', { bootstrap: BOOTSTRAP }, 0o100644)
    const plain = await place.call('own-plain')
    assert.match(plain.answer.errorMessage, /fork\/exec \/var\/task\/bootstrap: permission denied/)
    assert.match(plain.log, /permission denied/)
  })

  test('no browser and no other host is answered by its Runtime API, and its address is not a known one', async () => {
    await provided('own-guarded', { bootstrap: BOOTSTRAP }, 0o100755)
    const { answer } = await place.call('own-guarded', {})
    const [host = '', port = ''] = (answer.api as string).split(':')
    if (process.platform === 'linux') assert.match(host, /^127\./)
    if (process.platform === 'linux') assert.notEqual(host, '127.0.0.1')
    const path = '/2018-06-01/runtime/invocation/next'
    const status = (headers: RequestOptions['headers']) =>
      new Promise<number | undefined>((resolve, reject) => {
        get({ host, port, path, headers }, (response) => resolve(response.resume().statusCode)).on('error', reject)
      })
    assert.equal(await status({ origin: 'http://evil.example' }), 403)
    assert.equal(await status({ referer: 'http://evil.example/' }), 403)
    assert.equal(await status({ 'sec-fetch-site': 'cross-site' }), 403)
    assert.equal(await status({ host: `evil.example:${port}` }), 403)
    assert.equal(await status({ host: `localhost:${port}` }), 403)
    assert.deepEqual((await place.call('own-guarded', { name: 'still' })).answer.event, { name: 'still' })
  })
})
