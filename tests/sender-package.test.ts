/** @herald/sender as its users get it: built, packed, installed, type-checked, run on every Node that Lambda has, and bundled. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startKms } from '../packages/sender/tests/decrypt/kms-stand-in.ts'
import { keyArn, poolId, seal, setCredentials } from '../packages/sender/tests/decrypt/seal.ts'
import { startFakeService } from '../packages/sender/tests/providers/fake-service.ts'
import { consumer, nodeOf, packSender, runProgram, typeErrors } from './setting/sender-package.ts'

setCredentials()
const kms = await startKms([keyArn])
const service = await startFakeService()
after(() => Promise.all([kms.close(), service.close()]))

const entries: Record<string, string[]> = {
  '': ['createSender', 'resend', 'countries', 'dynamo', 'Secret'],
  '/lite': ['createSender', 'liteDecryptor', 'wordedTemplates'],
  '/lite/kms': ['functionKms'],
  '/words/de': ['de'],
  '/providers/resend': ['resend'],
  '/providers/twilio': ['twilio'],
  '/stores/memory': ['memory'],
  '/stores/dynamo': ['dynamo'],
  '/stores/postgres': ['postgres', 'postgresTable'],
  '/stores/sqlite': ['sqlite'],
  '/templates': ['builtInTemplates'],
  '/liquid': ['liquidDir'],
  '/guard': ['countries', 'perPhone', 'budget'],
  '/guard/number-types': ['numberTypes'],
  '/testing': ['expectNoSecrets', 'sampleMessage', 'startLocalKms', 'senderEvents', 'fakeProvider', 'waitForCode'],
  '/bundle': ['bundleHandler'],
}

/** Sends one code by Resend: what a user's function is, and the event it gets. */
const sending = {
  options: `{
  keyArn: '${keyArn}',
  poolIds: ['${poolId}'],
  email: resend({ apiKey: 're_test', from: 'Acme <no-reply@acme.dev>', baseUrl: '${service.url}' }),
  guard: [reserved(), perRecipient(5, '1h')],
}`,
  async event() {
    return JSON.stringify({
      version: '1',
      triggerSource: 'CustomEmailSender_SignUp',
      region: 'eu-west-1',
      userPoolId: poolId,
      userName: 'jane',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client' },
      request: {
        type: 'customEmailSenderRequestV1',
        code: await seal('731942', { url: kms.url }),
        clientMetadata: null,
        userAttributes: { sub: '37877a9f-0000-4000-8000-000000000000', email: 'jane@acme.dev', locale: 'de' },
      },
    })
  },
  environment: {
    AWS_ENDPOINT_URL_KMS: kms.url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'x',
  },
}
const calling = `handler(JSON.parse(process.env.EVENT), { awsRequestId: 'r', getRemainingTimeInMillis: () => 60000 })
  .then(() => handler(JSON.parse(process.env.EVENT), { awsRequestId: 'r', getRemainingTimeInMillis: () => 60000 }))
  .then(() => console.log('sent'), (error) => { console.error(error); process.exitCode = 1 })`

/** Runs a program that calls its handler twice with one event, and gives what Resend was asked for. */
async function sent(program: string, args: string[], cwd: string): Promise<{ to: string[]; text: string }> {
  service.seen.length = 0
  const env = { ...sending.environment, EVENT: await sending.event() }
  assert.match(await runProgram(program, args, { cwd, env }), /^sent$/m)
  assert.equal(service.seen.length, 1)
  return JSON.parse(service.seen[0]!.body)
}

test('the package holds what its exports lead to, and neither sources nor tests', async () => {
  const home = await consumer('contents', {})
  const installed = join(home, 'node_modules', '@herald', 'sender')
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  assert.equal(manifest.private, undefined)
  assert.equal(manifest.sideEffects, false)
  const targets = Object.entries<Record<string, Record<string, string>>>(manifest.exports)
    .filter(([entry]) => entry !== './package.json' && !entry.includes('*'))
    .flatMap(([, { import: esm, require: cjs }]) => [...Object.values(esm!), ...Object.values(cjs!)])
  for (const path of [...targets, manifest.main, manifest.types, manifest.bin['herald-sender']]) {
    assert.ok(existsSync(join(installed, path)), path)
  }
  const files = execFileSync('tar', ['-tzf', await packSender()], { encoding: 'utf8' })
    .trim()
    .split('\n')
  assert.deepEqual(
    files.filter((file) => !/\.(js|cjs|d\.ts|d\.cts)$|\/(package\.json|LICENSE|README\.md)$/.test(file)),
    [],
  )
  assert.ok(files.includes('package/LICENSE'))
})

const source = `import { createSender, Secret, type Handler, type Message, type Rule } from '@herald/sender'
import { resend } from '@herald/sender/providers/resend'
import { perPhone } from '@herald/sender/guard'
import { numberTypes } from '@herald/sender/guard/number-types'
import { dynamo } from '@herald/sender/stores/dynamo'
import type { CustomEmailSenderTriggerHandler } from 'aws-lambda'

const own: Rule = { name: 'own', needsStore: false, check: ({ userName }) => (userName === '' ? { deny: 'nobody' } : 'allow') }
const sender: Handler = createSender({
  email: resend({ apiKey: { ssm: '/auth/resend' }, from: 'Acme <no-reply@acme.dev>' }),
  guard: [own, perPhone(5, '1h'), numberTypes({ deny: ['PREMIUM_RATE'] })],
  store: dynamo({ table: 'auth-messages' }),
  overrides: { AccountTakeOverNotification: (message: Message) => (message.risk?.action === 'NO_ACTION' ? 'drop' : 'default') },
})
export const handler: CustomEmailSenderTriggerHandler = async (event, context) => sender(event, context)
export const length: number = new Secret('123456').length
// @ts-expect-error A number of seconds is no window.
perPhone(5, 3600)
`
const everyEntry = Object.entries(entries)
  .map(([entry, names], each) =>
    names
      .map(
        (name) =>
          `import { ${name} as n${each}${name} } from '@herald/sender${entry}'\nn${each}${name} satisfies unknown\n`,
      )
      .join(''),
  )
  .join('')
const types = ['@types/node', '@types/aws-lambda']

test('its types hold under strict, as ES module and as CommonJS, with nothing optional installed', async () => {
  const files = { 'handler.mts': source, 'handler.cts': source, 'entries.mts': everyEntry, 'entries.cts': everyEntry }
  const home = await consumer('types', { 'package.json': '{}', ...files }, types)
  assert.equal(typeErrors(home, { module: 'nodenext', exactOptionalPropertyTypes: true }), '')
  // For Node 18 a CommonJS file may not have an ES module's declarations, as newer Nodes let it: this tells the two apart.
  assert.equal(typeErrors(home, { module: 'node18' }), '')
  const plain = await consumer(
    'types-commonjs',
    { 'package.json': '{}', 'handler.ts': source, 'entries.ts': everyEntry },
    types,
  )
  assert.equal(typeErrors(plain, { module: 'commonjs' }), '')
})

const programs = {
  'scenario.mjs': `import { createSender, perRecipient, reserved } from '@herald/sender'
import { resend } from '@herald/sender/providers/resend'
const handler = createSender(${sending.options})
${calling}`,
  'scenario.cjs': `const { createSender, perRecipient, reserved } = require('@herald/sender')
const { resend } = require('@herald/sender/providers/resend')
const handler = createSender(${sending.options})
${calling}`,
  'lite.cjs': `const { perRecipient, reserved } = require('@herald/sender')
const { createSender, wordedTemplates } = require('@herald/sender/lite')
const { resend } = require('@herald/sender/providers/resend')
const { de } = require('@herald/sender/words/de')
const { en } = require('@herald/sender/words/en')
const handler = createSender({ templates: wordedTemplates({ en, de }), ...${sending.options} })
${calling}`,
  'lite-kms.cjs': `const { perRecipient, reserved } = require('@herald/sender')
const { createSender, liteDecryptor, wordedTemplates } = require('@herald/sender/lite')
const { functionKms } = require('@herald/sender/lite/kms')
const { resend } = require('@herald/sender/providers/resend')
const templates = wordedTemplates({ de: require('@herald/sender/words/de').de, en: require('@herald/sender/words/en').en })
const decryptor = liteDecryptor({ keyArn: '${keyArn}', kms: functionKms() })
const handler = createSender({ templates, decryptor, ...${sending.options} })
${calling}`,
  'sqlite.cjs': `const { sqlite } = require('@herald/sender/stores/sqlite')
sqlite({ file: ':memory:' }).claim('key', 30).then(console.log, (error) => console.log(error.code, error.message))`,
  'entries.mjs': `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
for (const [entry, names] of Object.entries(${JSON.stringify(entries)})) {
  const [esm, cjs] = [await import('@herald/sender' + entry), require('@herald/sender' + entry)]
  const of = (module) => Object.keys(module).filter((name) => !['default', 'module.exports'].includes(name)).sort().join()
  if (of(esm) !== of(cjs)) throw new Error(entry + ': ' + of(esm) + ' and ' + of(cjs))
  for (const name of names) if (esm[name] === undefined) throw new Error(entry + ' has no ' + name)
}
const { Secret } = require('@herald/sender')
console.log('the same', String(new Secret('123456')))`,
}

for (const release of [20, 22, 24]) {
  test(`it sends on Node ${release}, as ES module and as CommonJS, and a retry does not send again`, async (t) => {
    const node = nodeOf(release)
    if (node === undefined) return t.skip(`no Node ${release} is here, and npm could not fetch one`)
    const home = await consumer(`node-${release}`, programs, ['@aws-sdk'])
    assert.match(await runProgram(node, ['entries.mjs'], { cwd: home }), /the same \[secret 6\]/)
    const claimed = await runProgram(node, ['sqlite.cjs'], { cwd: home })
    assert.match(claimed, release === 20 ? /^Configuration sqlite\(\) needs Node 22\.13 or later/ : /^mine$/m)
    for (const program of ['scenario.mjs', 'scenario.cjs', 'lite.cjs', 'lite-kms.cjs']) {
      const { to, text } = await sent(node, [program], home)
      assert.deepEqual(to, ['jane@acme.dev'], program)
      assert.match(text, /731942/, program)
      assert.match(text, /Registrierung/, program)
    }
  })
}

test('what is not installed is missed by name, when it is used', async () => {
  const program = `const { dynamo } = require('@herald/sender')
const { postgres } = require('@herald/sender/stores/postgres')
const tell = (error) => console.log(error.code, error.message)
dynamo({ table: 't' }).claim('k', 30).catch(tell).then(() => postgres({ database: 'postgres://x' }).claim('k', 30)).catch(tell)`
  const home = await consumer('without', { 'without.cjs': program })
  const said = await runProgram(process.execPath, ['without.cjs'], { cwd: home })
  assert.match(said, /^Configuration dynamo\(\) needs the package @aws-sdk\/client-dynamodb: npm install/m)
  assert.match(said, /^Configuration postgres\(\) needs the package pg: npm install pg$/m)
})

const guarded = `import { createSender, perRecipient, reserved } from '@herald/sender'
import { resend } from '@herald/sender/providers/resend'
export const handler = createSender(${sending.options})
`
const official = guarded.replace(', perRecipient, reserved', '').replace(/ {2}guard:.*\n/, '')
const lite = official.replace("'@herald/sender'", "'@herald/sender/lite'")

/** Bundles by the package's command. @returns what it says: the size in KB, zipped too, and all its words. */
async function bundle(home: string, args: string[]): Promise<{ size: number; zipped: number; said: string }> {
  const command = join('node_modules', '@herald', 'sender', 'esm', 'bundle', 'main.js')
  const said = await runProgram(process.execPath, [command, 'bundle', ...args], { cwd: home })
  const [, size, zipped] = /^\S+: ([\d.]+) KB, ([\d.]+) KB zipped$/m.exec(said) ?? []
  return { size: Number(size), zipped: Number(zipped), said }
}

test('a handler is bundled into one small file, which sends', async (t) => {
  const files = { 'official.ts': official, 'lite.ts': lite, 'guarded.ts': guarded, 'package.json': '{}' }
  const home = await consumer('bundle', files, ['@aws-sdk', 'esbuild'])
  const made = {
    official: await bundle(home, ['official.ts', '--limit', '350']),
    lite: await bundle(home, ['lite.ts', '--limit', '75']),
    guarded: await bundle(home, ['guarded.ts', '--format', 'esm', '--no-sourcemap']),
  }
  for (const [name, { size, zipped }] of Object.entries(made)) t.diagnostic(`${name}: ${size} KB, ${zipped} KB zipped`)
  assert.match(made.official.said, /KB {2}bn\.js$/m)
  assert.match(made.lite.said, /KB {2}@herald\/sender\n.*KB {2}your code\nNot in it: [^\n]*@aws-sdk\/client-kms/)
  assert.doesNotMatch(made.official.said, / (stream|crypto)\b/)
  // Rules that ask for no country bring no numbering plans with them.
  assert.ok(made.guarded.size - made.official.size < 10, 'what the guard adds')
  assert.ok(existsSync(join(home, 'dist', 'official.js.map')))
  assert.ok(!existsSync(join(home, 'dist', 'guarded.mjs.map')))
  for (const file of ['./dist/official.js', './dist/lite.js', './dist/guarded.mjs']) {
    const run = `import(${JSON.stringify(file)}).then(({ handler }) => ${calling})`
    const { text } = await sent(process.execPath, ['-e', run], home)
    assert.match(text, /731942/)
  }
})

test('the bundle command says what it does not understand, what is missing, and what is too large', async () => {
  const home = await consumer('bundle-refused', { 'official.ts': official }, ['@aws-sdk'])
  await assert.rejects(bundle(home, ['official.ts', '--formt', 'esm']), /Usage: herald-sender bundle/)
  await assert.rejects(bundle(home, ['official.ts']), /needs the package esbuild: npm install --save-dev esbuild/)
  const other = await consumer('bundle-large', { 'official.ts': official }, ['@aws-sdk', 'esbuild'])
  await assert.rejects(bundle(other, ['official.ts', '--limit', '1']), /larger than 1.0 KB/)
})
