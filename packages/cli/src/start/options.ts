import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

export interface StartOptions {
  /** 0 takes any free port. */
  port: number
  /** SMTP capture; 0 takes any free port. */
  smtpPort: number
  host: string
  /** The data folder; undefined with `--ephemeral` and `--database`. */
  data: string | undefined
  /** `postgres://…`; it may hold a password. */
  database: string | undefined
  rootKeyFile: string
  /** base64 of 32 bytes; only from the environment, for arguments can be read by every process. */
  rootKey: string | undefined
  region: string
  accountId: string
  /** Browser origins that may call the user-pool API; undefined means all on loopback. */
  origins: string[] | undefined
  /** Names beside the loopback ones under which Herald is called. */
  hosts: string[]
  token: string | undefined
  demo: boolean
  quiet: boolean
  logLevel: 'error' | 'warn' | 'info' | 'debug'
}

/** What is wrong with an option, in a sentence for the person who gave it. */
export class OptionError extends Error {
  override name = 'OptionError'
}

interface Option {
  type: 'string' | 'boolean'
  about: string
}

/** The table of options: `--name`, or HERALD_NAME in the environment. */
export const startOptions = {
  port: { type: 'string', about: 'the one port for all AWS APIs and the inbox (4566)' },
  'smtp-port': { type: 'string', about: 'the port of SMTP capture (1025)' },
  host: { type: 'string', about: 'the address to listen on (127.0.0.1); any other needs --token' },
  data: { type: 'string', about: 'the data folder (.herald); one process at a time' },
  ephemeral: { type: 'boolean', about: 'keep nothing on disk' },
  database: { type: 'string', about: 'postgres://… instead of the data folder; several processes may share it' },
  'root-key-file': { type: 'string', about: 'where the root key is kept (~/.config/herald/root.key)' },
  region: { type: 'string', about: 'the region of requests that name none (us-east-1)' },
  'account-id': { type: 'string', about: 'the account that ARNs carry (000000000000)' },
  origins: { type: 'string', about: 'browser origins that may call the user-pool API, with commas between them' },
  hosts: { type: 'string', about: 'further host names that Herald is called by, with commas between them' },
  token: { type: 'string', about: 'what administrative requests must carry when Herald listens off loopback' },
  demo: { type: 'boolean', about: 'set up the demo pool and its example sender' },
  quiet: { type: 'boolean', about: 'print the ready line only' },
  'log-level': { type: 'string', about: 'error, warn, info or debug (info)' },
} as const satisfies Record<string, Option>

type OptionName = keyof typeof startOptions

/**
 * Reads the options of `herald start`: arguments go before the environment.
 * @throws {OptionError}
 */
export function readStartOptions(args: string[], environment: NodeJS.ProcessEnv): StartOptions {
  const given = parse(args)
  /** What the person wrote it as, for a refusal. */
  const spelled = (name: OptionName) => (given[name] === undefined ? variable(name) : `--${name}`)
  // An empty variable is how many tools leave one out; an empty argument is a slip, of a script's variable mostly.
  const text = (name: OptionName): string | undefined => {
    if (given[name] === '') throw new OptionError(`--${name} needs a value.`)
    const value = given[name] ?? environment[variable(name)]
    return value === undefined || value === '' ? undefined : String(value)
  }
  const flag = (name: OptionName): boolean => {
    const value = given[name] ?? environment[variable(name)] ?? ''
    if (typeof value === 'boolean') return value
    const wanted = flags[value.toLowerCase()]
    if (wanted === undefined) throw new OptionError(`${spelled(name)} is 1 or 0, and "${value}" is neither.`)
    return wanted
  }
  const matching = (name: OptionName, value: string, form: RegExp): string => {
    if (!form.test(value)) throw new OptionError(`${spelled(name)} does not take "${value}".`)
    return value
  }
  const host = text('host') ?? '127.0.0.1'
  const token = text('token')
  if (!isLoopback(host) && !token) {
    throw new OptionError(`--host ${host} can be reached by others, so it needs --token (or HERALD_TOKEN).`)
  }
  const database = text('database')
  // The value is not repeated: it may hold a password.
  if (database !== undefined && !/^postgres(ql)?:\/\//.test(database)) {
    throw new OptionError(`${spelled('database')} takes an address that begins with postgres://.`)
  }
  const instead = (['data', 'ephemeral'] as const).find((name) => (name === 'data' ? text(name) : flag(name)))
  if (database !== undefined && instead) {
    throw new OptionError(`${spelled('database')} keeps the data, so it does not go with ${spelled(instead)}.`)
  }
  const port = readPort(text('port'), 4566, spelled('port'))
  return {
    port,
    // Whoever takes any port for the one takes any for the other.
    smtpPort: readPort(text('smtp-port'), port === 0 ? 0 : 1025, spelled('smtp-port')),
    host,
    data: flag('ephemeral') || database ? undefined : (text('data') ?? '.herald'),
    database,
    rootKeyFile: text('root-key-file') ?? join(homedir(), '.config', 'herald', 'root.key'),
    rootKey: environment.HERALD_ROOT_KEY || undefined,
    region: matching('region', text('region') ?? 'us-east-1', /^[a-z]{2}(-[a-z]+)+-\d$/),
    accountId: matching('account-id', text('account-id') ?? '000000000000', /^\d{12}$/),
    origins: list(text('origins')),
    hosts: list(text('hosts')) ?? [],
    token,
    demo: flag('demo'),
    quiet: flag('quiet'),
    logLevel: matching(
      'log-level',
      text('log-level') ?? 'info',
      /^(error|warn|info|debug)$/,
    ) as StartOptions['logLevel'],
  }
}

const flags: Record<string, boolean | undefined> = { '': false, 0: false, false: false, 1: true, true: true }

const variable = (name: string) => `HERALD_${name.toUpperCase().replaceAll('-', '_')}`

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

function parse(args: string[]): Record<string, string | boolean | undefined> {
  try {
    const { values } = parseArgs({ args, options: startOptions, allowNegative: true, strict: true })
    return values as Record<string, string | boolean | undefined>
  } catch (error) {
    throw new OptionError(`${(error as Error).message.split('. ')[0]}. See "herald start --help".`)
  }
}

function readPort(text: string | undefined, usual: number, spelled: string): number {
  if (text === undefined) return usual
  const port = /^\d+$/.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535) {
    throw new OptionError(`${spelled} takes a number from 0 to 65535, and "${text}" is none.`)
  }
  return port
}

function list(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map((item) => item.trim())
    .filter(Boolean)
}
