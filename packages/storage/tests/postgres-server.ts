import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chmodSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A PostgreSQL server of a test's own, in a temporary folder, reached by a socket in that folder. */
export interface PostgresServer {
  /** An empty database; whoever uses it takes a schema of his own. */
  readonly url: string
  /** Ends the server as a power cut would, and starts it again on the same data. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** Why there is no server to test with; undefined where there is one. */
export const noPostgres: string | undefined =
  process.env.HERALD_TEST_DATABASE || programs()
    ? undefined
    : 'no PostgreSQL is installed (Debian: postgresql), and HERALD_TEST_DATABASE names none'

/** Debian's folders, the newest release first, then the PATH. */
function programs(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const releases = list(debian).sort((a, b) => Number(b) - Number(a))
  const folders = [
    ...releases.map((release) => join(debian, release, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => folder !== '' && ['initdb', 'postgres'].every((name) => runs(join(folder, name))))
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** PostgreSQL refuses to run as root: then another user of the machine's has to. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** @param settings of the server, beside those that make it a quick one. */
export async function startPostgres(settings: Record<string, string> = { fsync: 'off' }): Promise<PostgresServer> {
  const given = process.env.HERALD_TEST_DATABASE
  if (given) {
    const refuse = async () => {
      throw new Error('A server that was given is not stopped.')
    }
    return { url: given, crash: refuse, stop: async () => {} }
  }
  const bin = programs()
  if (!bin) throw new Error(noPostgres)
  const user = otherUser()
  const folder = mkdtempSync(join(tmpdir(), 'herald-pg-'))
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  const surroundings = { ...user, cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } }
  const initdb = ['-D', data, '-U', 'herald', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  execFileSync(join(bin, 'initdb'), initdb, { ...surroundings, stdio: 'pipe' })

  const options = { listen_addresses: '', unix_socket_directories: folder, max_connections: '60', ...settings }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const url = `postgres://herald@/postgres?host=${encodeURIComponent(folder)}`
  let server: ChildProcess
  async function run(): Promise<void> {
    server = spawn(join(bin ?? '', 'postgres'), ['-D', data, ...flags], { ...surroundings, stdio: 'ignore' })
    await untilReady(bin ?? '', folder, server)
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  // SIGQUIT: at once, without tidying up, and its children with it.
  const atExit = () => void server.kill('SIGQUIT')
  process.once('exit', atExit)
  await run()
  return {
    url,
    async crash() {
      await end('SIGQUIT')
      await run()
    },
    async stop() {
      process.off('exit', atExit)
      await end('SIGQUIT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

async function untilReady(bin: string, folder: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once, with ${server.exitCode}.`)
    try {
      execFileSync(join(bin, 'pg_isready'), ['-q', '-h', folder, '-U', 'herald', '-d', 'postgres'])
      return
    } catch {
      await pause(50)
    }
  }
  throw new Error('PostgreSQL did not begin to answer in 30 seconds.')
}
