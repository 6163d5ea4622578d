/**
 * What a function made with @herald/sender costs beside the handler of AWS's documentation: the bundle's size, the time to load it
 * and to send a first message in a fresh process, and the time for each message after that.
 *
 * All in one run, in turns, so that a busy moment of the machine meets every kind alike; KMS and the provider are servers of this process.
 * HERALD_BENCH_RUNS is the number of fresh processes of each kind (15), HERALD_BENCH_ROUNDS that of rounds in which kept ones are
 * compared (100), HERALD_BENCH_MESSAGES that of messages of each kind in a round (6).
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
import { compareInRounds, median } from './sender-rounds.ts'

const RUNS = Number(process.env.HERALD_BENCH_RUNS ?? 15)
const ROUNDS = Number(process.env.HERALD_BENCH_ROUNDS ?? 100)
const MESSAGES = Number(process.env.HERALD_BENCH_MESSAGES ?? 6)
/** Messages before the first round. */
const WARM_UP = 200
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
}

const folder = mkdtempSync(join(tmpdir(), 'herald-bench-sender-'))
const kms = await startLocalKms()
const { url, lastMail, close } = await startProvider()
const environment = {
  ...process.env,
  ...kms.environment,
  KEY_ARN: kms.keyArn,
  PROVIDER_URL: url,
  MAIL: join(folder, 'mail.json'),
  NODE_NO_WARNINGS: '1',
}
try {
  mkdirSync(join(folder, 'node_modules'))
  for (const name of installed) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
  }
  const kinds = await prepare()
  printSizes(kinds)
  await writeMail(kinds.find(({ name }) => name === 'lite')!)
  await printTimes(kinds)
  await printRounds(kinds)
} finally {
  close()
  await kms.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The documentation's handler stands first: the others are measured by it. */
async function prepare(): Promise<Kind[]> {
  for (const entry of ['documented.cjs', 'documented-alike.cjs', 'official.mjs', 'lite.mjs', 'lite-kms.mjs']) {
    copyFileSync(join(handlers, entry), join(folder, entry))
  }
  const plain = join(folder, 'documented.cjs')
  const kinds: Kind[] = [{ name: 'documentation’s, from node_modules', file: plain }]
  for (const [name, entry] of [
    ['documentation’s, bundled', 'documented.cjs'],
    ['documentation’s, with as much work', 'documented-alike.cjs'],
    ['official', 'official.mjs'],
    ['lite', 'lite.mjs'],
    ['lite without the AWS SDK', 'lite-kms.mjs'],
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

/** Our e-mail for the code 000000, so that the documentation's handler can send the same. */
async function writeMail({ file }: Kind): Promise<void> {
  writeFileSync(join(folder, 'events.json'), JSON.stringify([senderEvents(kms).email('SignUp', { secret: '000000' })]))
  await runOnce(file)
  writeFileSync(environment.MAIL, lastMail())
}

async function printTimes(kinds: Kind[]): Promise<void> {
  const timings = new Map(kinds.map(({ name }) => [name, [] as Timing[]]))
  for (let run = 0; run < RUNS; run++) {
    writeFileSync(join(folder, 'events.json'), JSON.stringify(events(1)))
    for (const { name, file } of kinds) timings.get(name)!.push(await runOnce(file))
  }
  console.log(`\n${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}`)
  console.log(`Medians of ${RUNS} fresh processes, beside the first row.\n`)
  console.log('| handler | load | load and first message |\n|---|---|---|')
  const [base] = timings.values()
  for (const [name, here] of timings) {
    const cell = (of: (timing: Timing) => number) => {
      const [ms, beside] = [median(here.map(of)), median(base!.map(of))]
      return `${ms.toFixed(1)} ms (× ${(ms / beside).toFixed(2)})`
    }
    console.log(`| ${name} | ${cell(({ load }) => load)} | ${cell(({ load, first }) => load + first)} |`)
  }
}

async function printRounds(kinds: Kind[]): Promise<void> {
  // The documentation's as it stands is the first, beside which the others are measured.
  const bundled = kinds.slice(1)
  const options = { rounds: ROUNDS, messages: MESSAGES, warmUp: WARM_UP, events, env: environment, cwd: folder }
  const compared = await compareInRounds(bundled, options)
  console.log(
    `\nKept containers after ${WARM_UP} messages: ${ROUNDS} rounds of ${MESSAGES} messages, ratios within each round.\n`,
  )
  console.log('| handler | each message | median ratio | 95 % interval |\n|---|---|---|---|')
  for (const { name, ms, ratio, from, to } of compared) {
    console.log(`| ${name} | ${ms.toFixed(2)} ms | × ${ratio.toFixed(2)} | ${from.toFixed(2)} to ${to.toFixed(2)} |`)
  }
}

function events(count: number): object[] {
  const all = senderEvents(kms)
  return Array.from({ length: count }, () => all.email('SignUp'))
}

async function runOnce(file: string): Promise<Timing> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'sender-cold.mjs'), file, join(folder, 'events.json')],
    { cwd: folder, env: environment, maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!)
}

async function startProvider(): Promise<{ url: string; lastMail(): string; close(): void }> {
  let last = ''
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    last = Buffer.concat(chunks).toString()
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"bench"}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lastMail: () => last,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
