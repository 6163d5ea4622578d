/**
 * A container that is kept: loads a handler, and for each list of events that its parent sends has them handled one after the
 * other, and answers the milliseconds that each took. Its argument is the handler's file.
 */
import { pathToFileURL } from 'node:url'

const loaded = await import(pathToFileURL(process.argv[2]).href)
const handler = loaded.handler ?? loaded.default.handler

process.on('message', async (events) => {
  const took = []
  for (const event of events) {
    const before = performance.now()
    await handler(event, { awsRequestId: 'bench', getRemainingTimeInMillis: () => 30_000 })
    took.push(performance.now() - before)
  }
  process.send(took)
})
process.send('ready')
