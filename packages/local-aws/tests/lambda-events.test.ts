import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  AddPermissionCommand,
  DeleteFunctionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda'
import { empty, queued, runs, send, waiting, withPlace } from './lambda-event-place.ts'
import { arnOf, until } from './lambda-place.ts'

const MINUTE = 60_000

describe('retries', () => {
  test('throws twice, then succeeds: after one minute and after two more', () =>
    withPlace(async (place) => {
      await place.create(
        'third-time',
        `const fs = require('fs'); const file = __dirname + '/count'
         exports.handler = async () => {
           const n = fs.existsSync(file) ? Number(fs.readFileSync(file)) + 1 : 1
           fs.writeFileSync(file, String(n))
           if (n < 3) throw new Error('code 123456')
         }`,
      )
      const id = await send(place, 'third-time')
      await runs(place, id, 1)
      const first = await waiting(place, 1)
      assert.equal(first.dueAt, place.clock.now() + MINUTE)
      place.clock.advance(MINUTE - 1)
      place.clock.advance(1)
      await runs(place, id, 2)
      const second = await waiting(place, 2)
      assert.equal(second.dueAt, place.clock.now() + 2 * MINUTE)
      place.clock.advance(2 * MINUTE)
      await runs(place, id, 3)
      await empty(place)
    }))

  test('the trace of a message says what happened, without what the function said', () =>
    withPlace(async (place) => {
      await place.create('fails', 'exports.handler = async () => { throw new TypeError("code 123456") }')
      const allow = { FunctionName: 'fails', StatementId: 'c', Action: 'lambda:InvokeFunction' }
      await place.client.send(new AddPermissionCommand({ ...allow, Principal: 'cognito-idp.amazonaws.com' }))
      const id = '1-68b4d200-0123456789abcdef01234567'
      const trigger = { source: 'CustomEmailSender_SignUp', userPoolId: 'eu-west-1_AbCdEfGhI', userName: 'jane' }
      await place.store.transaction((tx) => {
        place.inbox.queued(tx, { id, channel: 'email', to: 'jane@example.com', trigger, secret: '123456', steps: [] })
      })
      const cognito = place.asCognito()
      cognito.middlewareStack.add(
        (next) => (input) => {
          ;(input.request as { headers: Record<string, string> }).headers['x-amzn-trace-id'] = `Root=${id}`
          return next(input)
        },
        { step: 'build' },
      )
      await send(place, 'fails', {}, cognito)
      await waiting(place, 1)
      assert.equal((await place.inbox.get(id))?.state, 'retrying')
      place.clock.advance(MINUTE)
      await waiting(place, 2)
      place.clock.advance(2 * MINUTE)
      await empty(place)
      const message = await place.inbox.get(id)
      assert.equal(message?.state, 'abandoned')
      const told = message?.trace
        .filter(({ stage }) => stage === 'function')
        .map(({ outcome, detail }) => [outcome, detail])
      assert.deepEqual(told, [
        ['failed', 'attempt 1 of 3: TypeError'],
        ['failed', 'attempt 2 of 3: TypeError'],
        ['failed', 'attempt 3 of 3: TypeError'],
        ['abandoned', 'gave up after attempt 3 of 3'],
      ])
    }))

  test('a message that a function delivered nothing for is not sent; one it delivered stays delivered', () =>
    withPlace(async (place) => {
      await place.create('silent', 'exports.handler = async () => {}')
      await place.create(
        'sends',
        `const { SNSClient, PublishCommand } = require('@aws-sdk/client-sns')
         exports.handler = async (event) => { await new SNSClient().send(new PublishCommand({ PhoneNumber: event.to, Message: 'hello' })) }`,
        { Timeout: 20 },
      )
      for (const [index, name] of ['silent', 'sends'].entries()) {
        const allow = { FunctionName: name, StatementId: 'c', Action: 'lambda:InvokeFunction' }
        await place.client.send(new AddPermissionCommand({ ...allow, Principal: 'cognito-idp.amazonaws.com' }))
        const id = `1-68b4d200-00000000000000000000000${index}`
        const trigger = { source: 'CustomSMSSender_SignUp', userPoolId: 'eu-west-1_AbCdEfGhI', userName: 'jane' }
        await place.store.transaction((tx) => {
          place.inbox.queued(tx, { id, channel: 'sms', to: '+4915112345678', trigger, steps: [] })
        })
        const cognito = place.asCognito()
        cognito.middlewareStack.add(
          (next) => (input) => {
            ;(input.request as { headers: Record<string, string> }).headers['x-amzn-trace-id'] = `Root=${id}`
            return next(input)
          },
          { step: 'build' },
        )
        await send(place, name, { to: '+4915112345678' }, cognito)
        await empty(place)
        const message = await place.inbox.get(id)
        assert.equal(message?.state, name === 'sends' ? 'delivered' : 'not-sent')
        assert.equal(message?.text, name === 'sends' ? 'hello' : undefined)
      }
    }))

  test('attempts as configured; a timeout counts; the destination gets the record', () =>
    withPlace(async (place) => {
      await place.create('always', 'exports.handler = async () => { throw new Error("boom") }')
      await place.create(
        'records',
        'exports.handler = async (event) => { console.log("record " + JSON.stringify(event)) }',
      )
      const DestinationConfig = { OnFailure: { Destination: arnOf('records') } }
      await place.client.send(
        new PutFunctionEventInvokeConfigCommand({ FunctionName: 'always', MaximumRetryAttempts: 1, DestinationConfig }),
      )
      const id = await send(place, 'always', { name: 'Jane' })
      await waiting(place, 1)
      place.clock.advance(MINUTE)
      const line = await until('the record', () => place.lines.find((text) => text.includes('\trecord ')))
      const record = JSON.parse(line.slice(line.indexOf('record ') + 7))
      assert.deepEqual(
        { ...record, responsePayload: { ...record.responsePayload, trace: [] } },
        {
          version: '1.0',
          timestamp: new Date(place.clock.now()).toISOString(),
          requestContext: {
            requestId: id,
            functionArn: `${arnOf('always')}:$LATEST`,
            condition: 'RetriesExhausted',
            approximateInvokeCount: 2,
          },
          requestPayload: { name: 'Jane' },
          responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
          responsePayload: { errorType: 'Error', errorMessage: 'boom', trace: [] },
        },
      )
      await empty(place)
    }))

  test('an event that grew too old is not run again, and its destination is told', () =>
    withPlace(async (place) => {
      await place.create('old', 'exports.handler = async () => { throw new Error("boom") }')
      await place.create(
        'records',
        'exports.handler = async (event) => { console.log("record " + JSON.stringify(event)) }',
      )
      await place.client.send(
        new PutFunctionEventInvokeConfigCommand({
          FunctionName: 'old',
          MaximumEventAgeInSeconds: 60,
          DestinationConfig: { OnFailure: { Destination: arnOf('records') } },
        }),
      )
      const id = await send(place, 'old')
      await waiting(place, 1)
      place.clock.advance(MINUTE + 1000)
      const line = await until('the record', () => place.lines.find((text) => text.includes('\trecord ')))
      const { requestContext } = JSON.parse(line.slice(line.indexOf('record ') + 7))
      assert.equal(requestContext.condition, 'EventAgeExceeded')
      assert.equal(requestContext.approximateInvokeCount, 1)
      await runs(place, id, 1)
      await empty(place)
    }))

  test('a function with no concurrency left is tried again with backoff, and its deletion drops its events', () =>
    withPlace(async (place) => {
      await place.create('stopped', 'exports.handler = async () => "ran"')
      const stop = { FunctionName: 'stopped', ReservedConcurrentExecutions: 0 }
      await place.client.send(new PutFunctionConcurrencyCommand(stop))
      await assert.rejects(place.call('stopped'), { name: 'TooManyRequestsException', message: 'Rate Exceeded.' })
      const id = await send(place, 'stopped')
      const event = await until('a throttled event', async () => (await queued(place)).find(({ owner }) => !owner))
      assert.equal(event.failures, 0)
      await until('backoff', async () => ((await queued(place))[0]?.dueAt ?? 0) === place.clock.now() + 1000)
      await place.client.send(new PutFunctionConcurrencyCommand({ ...stop, ReservedConcurrentExecutions: 1 }))
      place.clock.advance(1000)
      await runs(place, id, 1)
      await empty(place)

      await place.client.send(new PutFunctionConcurrencyCommand(stop))
      await send(place, 'stopped')
      await place.client.send(new DeleteFunctionCommand({ FunctionName: 'stopped' }))
      for (let wait = 1000; (await queued(place)).length > 0; wait *= 2) {
        place.clock.advance(wait)
        await new Promise((done) => setTimeout(done, 20))
        assert.ok(wait < 1e8, 'the event is dropped')
      }
    }))
})
