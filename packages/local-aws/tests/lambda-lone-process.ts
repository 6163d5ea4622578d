/** Runs functions until it is killed, and says which processes they are. Started by lambda-lifeline.test.ts. */
import { openPlace, until } from './lambda-place.ts'

const place = await openPlace({ folder: process.argv[2] ?? '' })
const tell = `console.log('pid ' + process.pid);`
await place.create('idle', `exports.handler = async () => { ${tell} }`)
await place.create('busy', `exports.handler = async () => { ${tell} for (;;) {} }`, { Timeout: 600 })
await place.create(
  'parent',
  `const { spawn } = require('child_process')
   exports.handler = async () => {
     ${tell} const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
     console.log('pid ' + child.pid)
     await new Promise(() => setInterval(() => {}, 1000))
   }`,
  { Timeout: 600 },
)
await place.call('idle')
for (const name of ['busy', 'parent']) place.call(name).catch(() => {})
const pids = () => place.lines.flatMap((line) => /\tpid (\d+)$/.exec(line)?.[1] ?? [])
await until('four processes', () => pids().length === 4)
console.log(`pids ${pids().join(' ')}`)
