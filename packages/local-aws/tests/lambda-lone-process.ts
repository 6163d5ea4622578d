/** Runs functions until it is killed, and says which processes they are. Started by lambda-lifeline.test.ts. */
import { openPlace, until, zipOf } from './lambda-place.ts'
import { pythonIn, Runtime } from './lambda-python-place.ts'

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
if (Runtime) {
  const source = 'import os\ndef handler(e, c):\n  print("\\tpid", os.getpid())\n  while True: pass'
  await pythonIn(() => place)('python', source, { Timeout: 600 })
}
const foreign = `#!/usr/bin/env node
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':')
require('node:http').get({ host, port, path: '/2018-06-01/runtime/invocation/next' }, () => {
  console.log('\tpid ' + process.pid)
  for (;;) {}
})`
const Code = { ZipFile: await zipOf({ bootstrap: foreign }, 0o100755) }
await place.create('foreign', '', { Runtime: 'provided.al2023', Handler: 'none', Timeout: 600, Code })
await place.call('idle')
for (const name of ['busy', 'parent', 'foreign', ...(Runtime ? ['python'] : [])]) place.call(name).catch(() => {})
const pids = () => place.lines.flatMap((line) => /\tpid (\d+)$/.exec(line)?.[1] ?? [])
await until('every process', () => pids().length === (Runtime ? 6 : 5))
console.log(`pids ${pids().join(' ')}`)
