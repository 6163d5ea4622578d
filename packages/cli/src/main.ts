#!/usr/bin/env node
import { availableParallelism } from 'node:os'
import { version } from './version.ts'

const usage = `herald ${version}: Amazon Cognito user pools with real custom senders, on your machine

  herald start [options]     start everything on one port (see: herald start --help)
  herald --version           print the version`

const [command, ...args] = process.argv.slice(2)

switch (command) {
  case 'start': {
    // Read when the first thread starts. Cryptography keeps a core busy, so threads beyond the cores only make the event loop wait.
    process.env.UV_THREADPOOL_SIZE ??= String(Math.min(4, Math.max(2, availableParallelism())))
    // Only now, so that the other commands answer at once.
    const { start } = await import('./start/command.ts')
    process.exitCode = await start(args)
    break
  }
  case '--version':
  case '-v':
    console.log(version)
    break
  case undefined:
  case '--help':
  case 'help':
    console.log(usage)
    break
  default:
    console.error(`There is no command "${command}".\n\n${usage}`)
    process.exitCode = 2
}
