import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { describe, test } from 'node:test'
import { failureOfFetch } from '../../src/providers/failure-of-fetch.ts'

const systemError = (code: string, more: object = {}) => Object.assign(new Error(`some ${code}`), { code, ...more })
const refused = systemError('ECONNREFUSED', { syscall: 'connect' })
const timedOut = systemError('ETIMEDOUT', { syscall: 'connect' })
const reset = systemError('ECONNRESET', { syscall: 'read' })

/** As fetch gives it: one error for each address that was tried, with the first one's code, which Node copies. */
function ofMany(...errors: (Error & { code?: string })[]) {
  const cause = Object.assign(new AggregateError(errors), { code: errors[0]?.code })
  return new TypeError('fetch failed', { cause })
}

describe('what a rejected fetch means', () => {
  test('several addresses that all refuse, or do not answer, got nothing of the message', () => {
    const outcome = (...errors: (Error & { code?: string })[]) => failureOfFetch(ofMany(...errors), false)
    assert.deepEqual(outcome(refused, refused), { status: 'retry', reason: 'could not connect (ECONNREFUSED)' })
    assert.deepEqual(outcome(timedOut, systemError('ENETUNREACH')), {
      status: 'retry',
      reason: 'could not connect (ETIMEDOUT, ENETUNREACH)',
    })
    const inside = new AggregateError([new Error('wrapped', { cause: timedOut }), new AggregateError([refused])])
    assert.equal(failureOfFetch(inside, true).status, 'retry')
  })

  test('where one of several may have had it, nobody knows', () => {
    assert.deepEqual(failureOfFetch(ofMany(refused, reset), false), {
      status: 'unknown',
      reason: 'connection broken (ECONNRESET)',
    })
    assert.deepEqual(failureOfFetch(ofMany(timedOut, new Error('who knows')), false), {
      status: 'unknown',
      reason: 'connection broken',
    })
    assert.equal(failureOfFetch(ofMany(refused, reset), true).reason, 'no answer in time')
    assert.equal(failureOfFetch(new AggregateError([]), false).status, 'unknown')
  })

  test('errors that hold themselves come to an end', () => {
    const own = new AggregateError([refused])
    own.errors.push(own)
    assert.equal(failureOfFetch(own, false).status, 'unknown')
    const circle = new Error('a')
    circle.cause = circle
    assert.equal(failureOfFetch(circle, false).status, 'unknown')
  })

  test('Node’s own error for a host of two addresses, at neither of which anybody listens', async () => {
    const addresses = [
      { address: '127.0.0.1', family: 4 },
      { address: '127.0.0.2', family: 4 },
    ]
    const socket = connect({
      host: 'both.invalid',
      port: 1,
      lookup: (_host, _options, found) => found(null, addresses),
    })
    const error = await new Promise((resolve) => socket.once('error', resolve))
    assert.ok(error instanceof AggregateError)
    assert.equal(failureOfFetch(new TypeError('fetch failed', { cause: error }), false).status, 'retry')
  })
})
