import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createJsonLog, createSender } from '@herald/sender'
import { context, eventOf, keyArn, service } from '../pipeline/place.ts'

/** What is written to standard output meanwhile, write by write. */
async function written(during: () => Promise<void>): Promise<string[]> {
  const writes: string[] = []
  const write = process.stdout.write
  process.stdout.write = ((text: string | Uint8Array) => writes.push(String(text)) > 0) as typeof write
  try {
    await during()
  } finally {
    process.stdout.write = write
  }
  return writes.filter((text) => text.startsWith('{'))
}

test('log line and metrics of a message are out when the handler answers, in one write', async () => {
  const mail = await service('mail')
  const handler = createSender({ keyArn, email: mail.provider })
  const event = await eventOf('SignUp', '482913')
  const writes = await written(() => handler(event, context()))
  assert.equal(writes.length, 1)
  const lines = writes[0]!.split('\n')
  assert.equal(lines.pop(), '')
  const [metrics, sent] = lines.map((line) => JSON.parse(line))
  assert.equal(metrics.Accepted, 1)
  assert.equal(sent.message, 'sent')
})

test('what is written after an answer is not held back by what was written before it', async () => {
  const log = createJsonLog()
  const writes = await written(async () => {
    log.info('one')
    await Promise.resolve()
    log.info('two')
    await Promise.resolve()
  })
  assert.deepEqual(
    writes.map((line) => JSON.parse(line).message),
    ['one', 'two'],
  )
})

test('an output that throws stops nothing', async () => {
  const write = process.stdout.write
  process.stdout.write = ((text: string | Uint8Array) => {
    if (String(text).startsWith('{')) throw new Error('the pipe is broken')
    return write.call(process.stdout, text)
  }) as typeof write
  try {
    createJsonLog().info('lost')
    await new Promise(setImmediate)
  } finally {
    process.stdout.write = write
  }
})
