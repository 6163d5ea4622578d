import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openPlace, type Place } from './lambda-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

describe('how a handler may be written', () => {
  const forms: [name: string, files: Record<string, string>, handler: string][] = [
    ['commonjs', { 'index.js': 'exports.handler = async () => "ok"' }, 'index.handler'],
    ['cjs', { 'index.cjs': 'module.exports = { handler: async () => "ok" }' }, 'index.handler'],
    ['mjs', { 'index.mjs': 'export const handler = async () => "ok"' }, 'index.handler'],
    [
      'mjs-awaits',
      { 'index.mjs': 'const said = await Promise.resolve("ok"); export const handler = async () => said' },
      'index.handler',
    ],
    [
      'type-module',
      { 'package.json': '{"type":"module"}', 'index.js': 'export const handler = async () => "ok"' },
      'index.handler',
    ],
    ['detected-module', { 'index.js': 'export const handler = async () => "ok"' }, 'index.handler'],
    ['default-export', { 'index.mjs': 'export default { handler: async () => "ok" }' }, 'index.handler'],
    ['in-a-folder', { 'src/app/mail.js': 'exports.on = { send: async () => "ok" }' }, 'src/app/mail.on.send'],
    [
      'imports',
      {
        'lib/text.mjs': 'export const text = "ok"',
        'index.mjs': 'import { text } from "./lib/text.mjs"; export const handler = () => Promise.resolve(text)',
      },
      'index.handler',
    ],
    [
      'packaged',
      {
        'node_modules/said/index.js': 'module.exports = "ok"',
        'index.js': 'const said = require("said"); exports.handler = async () => said',
      },
      'index.handler',
    ],
    [
      'callback',
      { 'index.js': 'exports.handler = (event, context, done) => { setTimeout(() => done(null, "ok"), 5) }' },
      'index.handler',
    ],
    [
      'succeed',
      { 'index.js': 'exports.handler = (event, context) => { setTimeout(() => context.succeed("ok"), 5) }' },
      'index.handler',
    ],
    ['done', { 'index.js': 'exports.handler = (event, context) => { context.done(null, "ok") }' }, 'index.handler'],
  ]
  for (const [name, files, Handler] of forms) {
    test(name, async () => {
      await place.create(name, files, { Handler })
      const { answer, error } = await place.call(name)
      assert.equal(error, undefined, JSON.stringify(answer))
      assert.equal(answer, 'ok')
    })
  }

  test('a callback waits for the event loop, unless the function says otherwise', async () => {
    await place.create(
      'waits',
      `const left = []
       exports.handler = (event, context, done) => {
         context.callbackWaitsForEmptyEventLoop = event.wait
         setTimeout(() => left.push(event.wait), 200)
         done(null, left.length)
         left.length || setTimeout(() => {}, 1)
       }`,
    )
    const slow = performance.now()
    await place.call('waits', { wait: true })
    assert.ok(performance.now() - slow >= 190)
    const { answer } = await place.call('waits', { wait: false })
    assert.equal(answer, 1)
  })

  test('nothing left to do and no answer given: null, and an error on Node 24', async () => {
    const source = 'exports.handler = (event, context) => new Promise(() => {})'
    await place.create('never', source)
    assert.deepEqual((await place.call('never')).answer, null)
    await place.create('never-24', source, { Runtime: 'nodejs24.x' })
    assert.equal((await place.call('never-24')).answer.errorType, 'Runtime.NodeJsExit')
  })

  test('Node 24 has no callbacks any more', async () => {
    await place.create('callback-24', 'exports.handler = (event, context, done) => done(null, 1)', {
      Runtime: 'nodejs24.x',
    })
    const { answer } = await place.call('callback-24')
    assert.equal(answer.errorType, 'Runtime.CallbackHandlerDeprecated')
    await place.create('plain-24', 'exports.handler = (event, context) => Object.keys(context)', {
      Runtime: 'nodejs24.x',
    })
    assert.doesNotMatch(JSON.stringify((await place.call('plain-24')).answer), /callbackWaits|succeed/)
  })

  test('the context', async () => {
    await place.create(
      'context',
      `exports.handler = async (event, context) => ({
         ...context, left: context.getRemainingTimeInMillis(), kinds: ['done', 'fail', 'succeed'].map((name) => typeof context[name]) })`,
      { Timeout: 9, MemorySize: 256 },
    )
    const { answer, requestId } = await place.call('context')
    assert.ok(answer.left > 8000 && answer.left <= 9000)
    assert.match(answer.logStreamName, /^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/)
    assert.deepEqual(
      { ...answer, left: 0, logStreamName: '' },
      {
        functionVersion: '$LATEST',
        functionName: 'context',
        memoryLimitInMB: '256',
        logGroupName: '/aws/lambda/context',
        logStreamName: '',
        invokedFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:context',
        awsRequestId: requestId,
        callbackWaitsForEmptyEventLoop: true,
        left: 0,
        kinds: ['function', 'function', 'function'],
      },
    )
  })

  for (const Handler of ['../index.handler', 'index', 'absent.handler']) {
    test(`handler ${Handler} is refused when it runs`, async () => {
      const name = `bad-${Handler.replace(/\W/g, '')}`
      await place.create(name, 'exports.handler = async () => 1', { Handler })
      assert.match((await place.call(name)).answer.errorType, /^Runtime\.(MalformedHandlerName|ImportModuleError)$/)
    })
  }

  test('JSON logs', async () => {
    await place.create(
      'json-logs',
      'exports.handler = async () => { console.debug("no"); console.warn({ a: 1 }); console.error(new TypeError("bad")) }',
      { LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'WARN' } },
    )
    const { log, requestId } = await place.call('json-logs')
    const found = log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      found.map(({ level, message }) => [level, message]),
      [
        ['WARN', { a: 1 }],
        ['ERROR', 'bad'],
      ],
    )
    assert.equal(found[0].requestId, requestId)
    assert.equal(found[1].errorType, 'TypeError')
  })
})
