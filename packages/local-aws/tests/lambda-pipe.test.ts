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

/** The log of an invocation from START to END, without both. */
function between(requestId: string): string[] {
  const lines = place.lambda.logs(requestId)
  const end = lines.findIndex((line) => line.startsWith('END'))
  assert.ok(
    lines[0]?.startsWith('START') && end > 0 && lines[end + 1]?.startsWith('REPORT') && lines.length === end + 2,
  )
  return lines.slice(1, end)
}

describe('a function in Node talks to Herald by a pipe', () => {
  test('what it writes by whatever way before its answer stands before END, and nothing under the next invocation', async () => {
    await place.create(
      'writer',
      `const { writeSync } = require('fs'); const { spawnSync } = require('child_process'); let turn = 0
       exports.handler = async () => {
         turn++
         console.log('console ' + turn)
         process.stderr.write('stderr ' + turn + '\\n')
         writeSync(2, 'direct to 2, ' + turn + '\\n')
         if (turn === 1) spawnSync(process.execPath, ['-e', 'console.error("child")'], { stdio: 'inherit' })
         writeSync(1, 'direct to 1, ' + turn + '\\n')
         process.stderr.write('last ' + turn + '\\n')
       }`,
      { Timeout: 30 },
    )
    for (let turn = 1; turn <= 20; turn++) {
      const lines = between((await place.call('writer')).requestId).map((line) => line.replace(/^.*\t/, ''))
      const expected = [
        `console ${turn}`,
        `direct to 1, ${turn}`,
        `direct to 2, ${turn}`,
        `last ${turn}`,
        `stderr ${turn}`,
      ]
      assert.deepEqual(lines.sort(), turn === 1 ? ['child', ...expected] : expected)
    }
  })

  test('more output than a pipe takes is waited for', async () => {
    await place.create(
      'flood',
      `exports.handler = async () => { for (let i = 0; i < 800; i++) process.stdout.write(i + 'x'.repeat(10_000) + '\\n'); process.stderr.write('y'.repeat(3_000_000) + '\\nlast\\n') }`,
      { Timeout: 30 },
    )
    const lines = between((await place.call('flood')).requestId)
    assert.equal(lines.filter((line) => line.endsWith('xxx')).length, 800)
    assert.equal(lines.filter((line) => line === 'last').length, 1)
  })

  test('events and answers of some megabytes go through whole', async () => {
    await place.create('echo', 'exports.handler = async (event) => event', { Timeout: 30, MemorySize: 512 })
    const event = { text: 'ä€😀'.repeat(400_000) }
    for (const _ of [1, 2]) assert.deepEqual((await place.call('echo', event)).answer, event)
  })

  for (const [what, bytes] of [
    ['a head that is no JSON', '[0, 0, 0, 4, 0, 0, 0, 0, 1, 2, 3, 4]'],
    ['a frame longer than any answer', '[255, 255, 255, 255, 0, 0, 0, 0]'],
  ] as const) {
    test(`a function that writes ${what} to the pipe fails, and the next one of it starts anew`, async () => {
      const name = `garbage-${bytes.length}`
      await place.create(
        name,
        `exports.handler = async ({ spoil }) => {
           if (spoil) { require('fs').writeSync(4, Buffer.from(${bytes})); await new Promise((done) => setTimeout(done, 20_000)) }
           return 'well'
         }`,
        { Timeout: 30 },
      )
      assert.equal((await place.call(name)).answer, 'well')
      const { answer, error } = await place.call(name, { spoil: true })
      assert.equal(error, 'Unhandled')
      assert.equal(answer.errorType, 'Runtime.ExitError')
      assert.equal((await place.call(name)).answer, 'well')
    })
  }

  test('a head that names nothing known is passed over', async () => {
    await place.create(
      'oddity',
      `exports.handler = async () => { const head = Buffer.from('null'); require('fs').writeSync(4, Buffer.concat([Buffer.from([0, 0, 0, head.length, 0, 0, 0, 0]), head])); return 'well' }`,
    )
    assert.equal((await place.call('oddity')).answer, 'well')
  })

  test('the Runtime API at the address that it is told answers nobody', async () => {
    await place.create(
      'stranger',
      `exports.handler = async () => (await fetch('http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/invocation/next')).status`,
      { Timeout: 10 },
    )
    assert.equal((await place.call('stranger')).answer, 403)
  })

  test('memory that a function gave back counts still, and is asked for again after a while', async () => {
    await place.create(
      'memory',
      'let kept; exports.handler = async ({ take, wait }) => { if (take) kept = Buffer.alloc(take, 1); await new Promise((done) => setTimeout(done, wait)) }',
      { MemorySize: 512 },
    )
    const used = async (event: object) =>
      Number(/Max Memory Used: (\d+) MB/.exec((await place.call('memory', event)).log)?.[1])
    const first = await used({ wait: 1 })
    const larger = await used({ take: 150_000_000, wait: 1050 })
    assert.ok(larger > first + 100, `${first} and ${larger} MB`)
    assert.ok((await used({ take: 1, wait: 1050 })) >= larger)
  })
})
