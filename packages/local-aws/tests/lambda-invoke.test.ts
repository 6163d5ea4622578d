import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { InvokeCommand, type LambdaServiceException } from '@aws-sdk/client-lambda'
import { arnOf, isAlive, openPlace, type Place, until } from './lambda-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

describe('answers and logs', () => {
  test('the answer of a handler, its log, and the second time in the same sandbox', async () => {
    await place.create(
      'echo',
      `let calls = 0
       console.log('starting')
       exports.handler = async (event, context) => {
         console.log('got %s', event.name)
         console.error({ bad: true })
         return { event, calls: ++calls, pid: process.pid, id: context.awsRequestId }
       }`,
    )
    const first = await place.call('echo', { name: 'Jane' })
    assert.equal(first.error, undefined)
    assert.deepEqual(first.answer.event, { name: 'Jane' })
    assert.equal(first.answer.id, first.requestId)
    const id = first.requestId
    const shown = first.log.split('\n')
    assert.match(shown[0]!, /^\d{4}-\d\d-\d\dT[\d:.]+Z\tundefined\tINFO\tstarting$/)
    assert.equal(shown[1], `START RequestId: ${id} Version: $LATEST`)
    assert.match(shown[2]!, new RegExp(`^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\t${id}\tINFO\tgot Jane$`))
    assert.match(shown[3]!, new RegExp(`Z\t${id}\tERROR\t\\{ bad: true \\}$`))
    assert.equal(shown[4], `END RequestId: ${id}`)
    assert.match(
      shown[5]!,
      /^REPORT RequestId: \S+\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: [1-9]\d+ MB\tInit Duration: [\d.]+ ms\t$/,
    )
    assert.deepEqual(place.lambda.logs(id), shown.slice(0, -1))

    const second = await place.call('echo')
    assert.equal(second.answer.calls, 2)
    assert.equal(second.answer.pid, first.answer.pid)
    assert.doesNotMatch(second.log, /Init Duration|starting/)
  })

  test('names, partial and full ARNs and $LATEST find the function; DryRun only looks', async () => {
    await place.create('named', 'exports.handler = async () => "here"')
    for (const name of [
      'named',
      'named:$LATEST',
      arnOf('named'),
      `${arnOf('named')}:$LATEST`,
      '111122223333:function:named',
    ]) {
      assert.equal((await place.call(name)).answer, 'here')
    }
    const dry = await place.client.send(new InvokeCommand({ FunctionName: 'named', InvocationType: 'DryRun' }))
    assert.equal(dry.StatusCode, 204)
    await assert.rejects(place.call('absent'), {
      name: 'ResourceNotFoundException',
      message: `Function not found: ${arnOf('absent')}`,
    })
    await assert.rejects(place.call('named:live'), { message: `Function not found: ${arnOf('named')}:live` })
    await assert.rejects(place.call('arn:aws:lambda:us-west-2:111122223333:function:named'), {
      message: "Functions from 'us-west-2' are not reachable in this region ('eu-west-1')",
    })
  })

  test('payloads: none is {}, broken ones and large ones are refused', async () => {
    await place.create('size', 'exports.handler = async (event) => ({ size: JSON.stringify(event).length })')
    const none = await place.client.send(new InvokeCommand({ FunctionName: 'size' }))
    assert.equal(Buffer.from(none.Payload!).toString(), '{"size":2}')
    assert.equal(none.ExecutedVersion, '$LATEST')
    await assert.rejects(
      place.client.send(new InvokeCommand({ FunctionName: 'size', Payload: Buffer.from('{"a":') })),
      {
        name: 'InvalidRequestContentException',
      },
    )
    const large = Buffer.from(JSON.stringify('x'.repeat(6_291_456)))
    await assert.rejects(
      place.client.send(new InvokeCommand({ FunctionName: 'size', Payload: large })),
      (error: LambdaServiceException) => {
        return error.name === 'RequestTooLargeException' && error.$metadata.httpStatusCode === 413
      },
    )
    const event = new InvokeCommand({
      FunctionName: 'size',
      InvocationType: 'Event',
      Payload: large.subarray(0, 1_048_577),
    })
    await assert.rejects(place.client.send(event), {
      name: 'RequestTooLargeException',
      message: '1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
    })
  })

  test('client context reaches the handler', async () => {
    await place.create('context', 'exports.handler = async (event, context) => context.clientContext')
    const ClientContext = Buffer.from('{"custom":{"name":"Zoë 🙂"}}').toString('base64')
    const said = await place.client.send(new InvokeCommand({ FunctionName: 'context', ClientContext }))
    assert.deepEqual(JSON.parse(Buffer.from(said.Payload!).toString()), { custom: { name: 'Zoë 🙂' } })
  })
})

describe('errors', () => {
  const kinds: [name: string, source: string, type: string, message: string | RegExp][] = [
    ['thrown', 'exports.handler = async () => { throw new TypeError("boom") }', 'TypeError', 'boom'],
    ['thrown-text', 'exports.handler = async () => { throw "boom" }', 'string', 'boom'],
    ['callback-error', 'exports.handler = (e, c, done) => done(new RangeError("far"))', 'RangeError', 'far'],
    ['no-handler', 'exports.other = 1', 'Runtime.HandlerNotFound', 'index.handler is undefined or not exported'],
    ['not-a-function', 'exports.handler = 1', 'Runtime.HandlerNotFound', 'index.handler is not a function'],
    ['syntax', 'exports.handler = async () => {', 'Runtime.UserCodeSyntaxError', /^SyntaxError: Unexpected/],
    ['import', 'require("left-out")', 'Runtime.ImportModuleError', /^Error: Cannot find module 'left-out'/],
    ['init-throws', 'throw new Error("at start")', 'Error', 'at start'],
    [
      'init-exits',
      'process.exit(7)',
      'Runtime.ExitError',
      /^RequestId: \S+ Error: Runtime exited with error: exit status 7$/,
    ],
    ['exits', 'exports.handler = async () => process.exit(3)', 'Runtime.ExitError', /exit status 3$/],
    [
      'exits-0',
      'exports.handler = async () => process.exit(0)',
      'Runtime.ExitError',
      /Runtime exited without providing a reason$/,
    ],
    [
      'rejection',
      'exports.handler = () => new Promise(() => { Promise.reject(new Error("lost")); setTimeout(() => {}, 9999) })',
      'Runtime.UnhandledPromiseRejection',
      'Error: lost',
    ],
    [
      'uncaught',
      'exports.handler = () => new Promise(() => setTimeout(() => { throw new Error("late") }, 1))',
      'Error',
      'late',
    ],
    [
      'circular',
      'exports.handler = async () => { const a = {}; a.a = a; return a }',
      'Runtime.MarshalError',
      /^Unable to stringify/,
    ],
    [
      'too-large',
      'exports.handler = async () => "x".repeat(6291600)',
      'Function.ResponseSizeTooLarge',
      /6291556 bytes/,
    ],
  ]
  for (const [name, source, type, message] of kinds) {
    test(name, async () => {
      await place.create(name, source)
      const { answer, error, log, requestId } = await place.call(name)
      assert.equal(error, 'Unhandled')
      assert.equal(answer.errorType, type)
      if (typeof message === 'string') assert.equal(answer.errorMessage, message)
      else assert.match(answer.errorMessage, message)
      assert.match(log, new RegExp(`REPORT RequestId: ${requestId}`))
      assert.doesNotMatch(log, /\0/)
    })
  }

  test('the log of a failed start shows why, and the next invocation starts anew', async () => {
    await place.create('fails-once', {
      'index.js': `const fs = require('fs'); const mark = __dirname + '/mark'
        if (!fs.existsSync(mark)) { fs.writeFileSync(mark, ''); console.log('first'); throw new Error('not yet') }
        exports.handler = async () => 'now'`,
    })
    const failed = await place.call('fails-once')
    assert.match(failed.log, /\tINFO\tfirst\n/)
    assert.match(failed.log, /not yet/)
    assert.equal((await place.call('fails-once')).answer, 'now')
  })

  test('a timeout kills the function and all it started', async () => {
    await place.create(
      'slow',
      `const { spawn } = require('child_process')
       exports.handler = async (event) => {
         const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
         console.log('child ' + child.pid)
         if (event.block) for (;;) {}
         await new Promise(() => setInterval(() => {}, 1000))
       }`,
      { Timeout: 1 },
    )
    for (const block of [false, true]) {
      const { answer, error, log, requestId } = await place.call('slow', { block })
      assert.equal(error, 'Unhandled')
      assert.deepEqual(answer, {
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${requestId} Error: Task timed out after 1.00 seconds`,
      })
      assert.match(log, new RegExp(`Z ${requestId} Task timed out after 1.00 seconds\nEND RequestId`))
      const child = Number(/child (\d+)/.exec(log)?.[1])
      await until('the end of what the function started', () => !isAlive(child))
    }
  })

  test('too much memory ends the function, not Herald', async () => {
    await place.create(
      'hungry',
      'exports.handler = async () => { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)) }',
      {
        Timeout: 30,
      },
    )
    const { answer } = await place.call('hungry')
    assert.equal(answer.errorType, 'Runtime.ExitError')
    assert.match(answer.errorMessage, /Runtime exited with error: (signal: aborted|exit status \d+)$/)
  })
})

describe('concurrency', () => {
  test('two at once run in two sandboxes', async () => {
    await place.create(
      'pair',
      'exports.handler = async () => { await new Promise((go) => setTimeout(go, 700)); return process.pid }',
      {
        Timeout: 20,
      },
    )
    const [one, two] = await Promise.all([place.call('pair'), place.call('pair')])
    assert.notEqual(one.answer, two.answer)
  })

  test('fifty at once are all answered, in no more sandboxes than allowed', async () => {
    const small = await openPlace({ concurrency: { perFunction: 3, total: 4 } })
    try {
      await small.create(
        'many',
        'exports.handler = async () => { await new Promise((go) => setTimeout(go, 10)); return process.pid }',
      )
      const said = await Promise.all(Array.from({ length: 50 }, () => small.call('many')))
      assert.ok(said.every(({ error }) => error === undefined))
      const processes = new Set(said.map(({ answer }) => answer))
      assert.ok(processes.size >= 1 && processes.size <= 3, `${processes.size} sandboxes`)
      // The total leaves room for one more; a further function pushes an idle sandbox out.
      await small.create('other', 'exports.handler = async () => "ok"')
      await small.create('third', 'exports.handler = async () => "ok"')
      assert.equal((await small.call('other')).answer, 'ok')
      assert.equal((await small.call('third')).answer, 'ok')
    } finally {
      await small.close()
    }
  })
})
