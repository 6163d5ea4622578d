/**
 * One fresh container: loads a handler, has it send a first message, and then the others, and tells how long each took. Its
 * arguments are the handler's file and a file with the events; the last line of its output is JSON, in milliseconds.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [file, events] = process.argv.slice(2)
const [first, ...others] = JSON.parse(readFileSync(events, 'utf8'))
const context = () => ({ awsRequestId: 'bench', getRemainingTimeInMillis: () => 30_000 })

const start = performance.now()
const loaded = await import(pathToFileURL(file).href)
const handler = loaded.handler ?? loaded.default.handler
const imported = performance.now()
await handler(first, context())
const handled = performance.now()
const warm = []
for (const event of others) {
  const before = performance.now()
  await handler(event, context())
  warm.push(performance.now() - before)
}
warm.sort((a, b) => a - b)
console.log(
  `\n${JSON.stringify({ load: imported - start, first: handled - imported, warm: warm[Math.floor(warm.length / 2)] })}`,
)
