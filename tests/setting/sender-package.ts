import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after } from 'node:test'
import { buildSender } from '../../scripts/build-sender.ts'
import { root } from './sources.ts'

const modules = join(root, 'node_modules')
let place: string | undefined
let packed: Promise<string> | undefined

after(() => place && rmSync(place, { recursive: true, force: true }))

function folder(): string {
  place ??= mkdtempSync(join(tmpdir(), 'herald-sender-package-'))
  return place
}

/** The package as `npm pack` makes it of what was built: a `.tgz`. */
export function packSender(): Promise<string> {
  packed ??= (async () => {
    const built = join(folder(), 'built')
    await buildSender(built)
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    execFileSync(npm, ['pack', built, '--pack-destination', folder(), '--silent'], { cwd: folder(), stdio: 'pipe' })
    return join(folder(), globSync('*.tgz', { cwd: folder() })[0]!)
  })()
  return packed
}

/**
 * An empty project into which the package was installed: unpacked, as npm does it, beside its dependencies. These are links to
 * the repository's, so that nothing is fetched, and no others are there unless they are named.
 */
export async function consumer(name: string, files: Record<string, string>, others: string[] = []): Promise<string> {
  const archive = await packSender()
  const home = join(folder(), name)
  const installed = join(home, 'node_modules', '@herald', 'sender')
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', archive, '-C', installed, '--strip-components=1'])
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { dependencies: object }
  const dependencies = Object.keys(manifest.dependencies)
  for (const dependency of [...dependencies, ...others]) {
    const link = join(home, 'node_modules', dependency)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(modules, dependency), link, 'junction')
  }
  for (const [path, content] of Object.entries(files)) writeFileSync(join(home, path), content)
  return home
}

/** What the compiler finds wrong in a project, with the options given besides `strict`. */
export function typeErrors(home: string, options: object): string {
  const config = join(home, 'tsconfig.json')
  const compilerOptions = { strict: true, noEmit: true, target: 'es2022', lib: ['es2022'], types: ['node'], ...options }
  writeFileSync(config, JSON.stringify({ compilerOptions, include: ['*.ts', '*.mts', '*.cts'] }))
  return spawnSync(process.execPath, [join(modules, 'typescript/bin/tsc'), '-p', config], { encoding: 'utf8' }).stdout
}

/** Runs a program to its end. @throws {Error} with what it wrote, when it fails. */
export async function runProgram(
  program: string,
  args: string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<string> {
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${out}\n${errors}`)
  return out
}

/** The Node of a release: this one, one on the PATH, one that npm installed here, or one that npm fetches. */
export function nodeOf(release: number): string | undefined {
  const onPath = (process.env.PATH ?? '').split(':').map((each) => join(each, 'node'))
  const kept = join(tmpdir(), `herald-test-node-${release}`)
  const name = `node-${process.platform}-${process.arch}`
  const ofPackage = (home: string) => join(home, 'node_modules', name, 'bin', 'node')
  const known = [process.execPath, ...onPath, ofPackage(root), ofPackage(kept)]
  const found = known.find((node) => existsSync(node) && releaseOf(node) === release)
  if (found) return found
  mkdirSync(kept, { recursive: true })
  const args = [
    'install',
    '--prefix',
    kept,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    `${name}@${release}`,
  ]
  spawnSync('npm', args, { cwd: kept, stdio: 'ignore', timeout: 60_000 })
  return existsSync(ofPackage(kept)) ? ofPackage(kept) : undefined
}

function releaseOf(node: string): number {
  return Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1])
}
