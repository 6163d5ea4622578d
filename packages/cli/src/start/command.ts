import { setUpDemo } from '../demo/set-up-demo.ts'
import { explained } from './explained.ts'
import { createLog } from './log.ts'
import { OptionError, readStartOptions, type StartOptions, startOptions } from './options.ts'
import { showMessages } from './show-messages.ts'
import { startHerald } from './start-herald.ts'

/** Runs `herald start` until a signal ends it. @returns the exit code: 2 for wrong options, 1 where it cannot start. */
export async function start(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(help())
    return 0
  }
  try {
    return await run(readStartOptions(args, process.env))
  } catch (error) {
    const sentence = explained(error)
    if (sentence === undefined) throw error
    console.error(sentence)
    return error instanceof OptionError ? 2 : 1
  }
}

async function run(options: StartOptions): Promise<number> {
  const ended = untilSignal()
  const log = createLog(options.logLevel, (line) => process.stderr.write(`${line}\n`))
  // Codes and what functions print are for eyes only: never for a file or a CI log.
  const terminal = process.stdout.isTTY && !options.quiet
  // Node would print the message, and what it may carry.
  process.on('uncaughtException', (error) => {
    log.error('Herald cannot go on', error)
    process.exit(1)
  })
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  const herald = await startHerald(options, {
    log,
    ...(terminal ? { onFunctionLog: (line) => print(`  ${line.trimEnd()}`) } : {}),
  })
  try {
    const lines = options.demo ? await setUpDemo(herald, options) : []
    // At once, so that whoever waits for the first line has them all.
    const ready = `Herald is ready at ${herald.url}`
    const places = [`Inbox: ${herald.url}/_herald/`, ...(herald.smtp ? [`SMTP: ${herald.smtp}`] : [])]
    print(options.quiet ? ready : [ready, ...places, ...lines].join('\n'))
    const stop = terminal ? showMessages(herald.inbox, print) : undefined
    await ended
    stop?.()
    return 0
  } finally {
    await herald.close()
  }
}

/** Resolves at the first signal to end. Further ones change nothing: ending is under way. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

function help(): string {
  const lines = Object.entries(startOptions).map(([name, { about }]) => `  --${name.padEnd(16)} ${about}`)
  return ['herald start [options]; every option is also HERALD_<NAME> in the environment', '', ...lines].join('\n')
}
