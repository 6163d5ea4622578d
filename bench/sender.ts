/**
 * What a function made with @herald/sender costs beside the handler of AWS's documentation: the bundle's size, the time to load it
 * and to send a first message in a fresh process, and the time for each message after that.
 *
 * All in one run, in turns, so that a busy moment of the machine meets every kind alike; KMS and the provider are servers of this process.
 * HERALD_BENCH_RUNS is the number of fresh processes of each kind (15), HERALD_BENCH_MESSAGES that of messages in each (50).
 */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleHandler } from '../packages/sender/src/bundle/bundle-handler.ts'
import { senderEvents, startLocalKms } from '../packages/sender/src/testing/index.ts'

const RUNS = Number(process.env.HERALD_BENCH_RUNS ?? 15)
const MESSAGES = Number(process.env.HERALD_BENCH_MESSAGES ?? 50)
const root = join(import.meta.dirname, '..')
const handlers = join(import.meta.dirname, 'sender-handlers')
/** What is there beside the handlers: nothing optional, so that it does not get into their bundles. */
const installed = ['@aws-crypto', '@aws-sdk', '@herald', '@smithy', 'aws-sdk', 'base64-js']
const limits: Record<string, number> = { official: 350, lite: 60 }

interface Kind {
  name: string
  file: string
  /** In bytes; undefined for what is not bundled. */
  size?: number
  zipped?: number
  parts?: { name: string; size: number }[]
}

interface Timing {
  load: number
  first: number
  warm: number
}

const folder = mkdtempSync(join(tmpdir(), 'herald-bench-sender-'))
const kms = await startLocalKms()
const { url, close } = await startProvider()
try {
  mkdirSync(join(folder, 'node_modules'))
  for (const name of installed) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
  }
  const kinds = await prepare()
  printSizes(kinds)
  await printTimes(kinds)
} finally {
  close()
  await kms.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The documentation's handler stands first: the others are measured by it. */
async function prepare(): Promise<Kind[]> {
  for (const entry of ['documented.cjs', 'official.mjs', 'lite.mjs']) {
    copyFileSync(join(handlers, entry), join(folder, entry))
  }
  const plain = join(folder, 'documented.cjs')
  const kinds: Kind[] = [{ name: 'documentation’s, from node_modules', file: plain }]
  for (const [name, entry] of [
    ['documentation’s, bundled', 'documented.cjs'],
    ['official', 'official.mjs'],
    ['lite', 'lite.mjs'],
  ] as const) {
    // The runtime has version 3 of the SDK; version 2, which the documentation asks for, goes into the bundle.
    const bundle = await bundleHandler({ entry: join(folder, entry), out: join(folder, name.replace(/\W/g, '-')) })
    kinds.push({ name, ...bundle })
  }
  return kinds
}

function printSizes(kinds: Kind[]): void {
  console.log('| bundle, SDK v3 external, minified | KB | zipped | limit | largest parts |\n|---|---|---|---|---|')
  for (const { name, size, zipped, parts = [] } of kinds) {
    if (size === undefined || zipped === undefined) continue
    const limit = limits[name]
    const verdict = limit === undefined ? '' : `${limit} KB: ${size <= limit * 1000 ? 'kept' : 'exceeded'}`
    const largest = parts.slice(0, 3).map((part) => `${part.name} ${kilobytes(part.size)}`)
    console.log(`| ${name} | ${kilobytes(size)} | ${kilobytes(zipped)} | ${verdict} | ${largest.join(', ')} |`)
  }
}

async function printTimes(kinds: Kind[]): Promise<void> {
  const events = join(folder, 'events.json')
  const all = senderEvents(kms)
  const timings = new Map(kinds.map(({ name }) => [name, [] as Timing[]]))
  for (let run = 0; run < RUNS; run++) {
    writeFileSync(events, JSON.stringify(Array.from({ length: MESSAGES + 1 }, () => all.email('SignUp'))))
    for (const { name, file } of kinds) timings.get(name)!.push(await runOnce(file, events))
  }
  console.log(`\n${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}`)
  console.log(`Medians of ${RUNS} fresh processes, ${MESSAGES} messages each, beside the first row.\n`)
  console.log('| handler | load | load and first message | each message after it |\n|---|---|---|---|')
  const [base] = [...timings.values()].map(medians)
  for (const [name, measured] of timings) {
    const here = medians(measured)
    const cell = (of: (timing: Timing) => number) =>
      `${of(here).toFixed(1)} ms (× ${(of(here) / of(base!)).toFixed(2)})`
    const cells = [cell(({ load }) => load), cell(({ load, first }) => load + first), cell(({ warm }) => warm)]
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
}

async function runOnce(file: string, events: string): Promise<Timing> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'sender-cold.mjs'), file, events],
    {
      cwd: folder,
      env: { ...process.env, ...kms.environment, KEY_ARN: kms.keyArn, PROVIDER_URL: url, NODE_NO_WARNINGS: '1' },
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!)
}

function medians(timings: Timing[]): Timing {
  const median = (of: (timing: Timing) => number) =>
    timings.map(of).sort((a, b) => a - b)[Math.floor(timings.length / 2)]!
  return { load: median(({ load }) => load), first: median(({ first }) => first), warm: median(({ warm }) => warm) }
}

async function startProvider(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"bench"}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
