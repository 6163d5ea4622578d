/**
 * One fresh container: loads a handler, has it send a first message, and tells how long each took. Its arguments are the handler's
 * file and a file with the events, of which it takes the first; the last line of its output is JSON, in milliseconds.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [file, events] = process.argv.slice(2)
const [event] = JSON.parse(readFileSync(events, 'utf8'))

const start = performance.now()
const loaded = await import(pathToFileURL(file).href)
const handler = loaded.handler ?? loaded.default.handler
const imported = performance.now()
await handler(event, { awsRequestId: 'bench', getRemainingTimeInMillis: () => 30_000 })
const handled = performance.now()
console.log(`\n${JSON.stringify({ load: imported - start, first: handled - imported })}`)
