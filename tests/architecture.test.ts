/** Holds the rules of docs/architecture.md: what may know what, where time and chance come from, and how files are kept small. */
import assert from 'node:assert/strict'
import { basename, dirname } from 'node:path'
import { test } from 'node:test'
import { codeOf, importsOf, isOwnCode, type SourceFile, sourceFiles } from './setting/sources.ts'

const files = sourceFiles()
const code = files.filter(isOwnCode)
const inFolder = (folder: string) => code.filter(({ path }) => path.startsWith(`${folder}/`))
const lines = (found: string[]) => assert.equal(found.length, 0, `\n${found.join('\n')}`)

/** Which packages of ours each package may import. */
const mayImport: Record<string, readonly string[]> = {
  environment: [],
  storage: [],
  protocol: [],
  console: [],
  gateway: ['protocol'],
  inbox: ['environment', 'storage', 'protocol'],
  pool: ['environment', 'storage', 'protocol', 'inbox'],
  'local-aws': ['environment', 'storage', 'protocol', 'inbox'],
  smtp: ['environment', 'inbox'],
  sender: [],
  cli: ['environment', 'storage', 'protocol', 'inbox', 'pool', 'local-aws', 'smtp', 'gateway', 'console'],
}

/** `pool` for `@herald/pool` and for every file in packages/pool. */
const packageOf = (imported: string) => /^(?:@herald|packages)\/([^/]+)/.exec(imported)?.[1]

test('the rules see what they judge', () => {
  assert.deepEqual(
    Object.keys(mayImport).sort(),
    [...new Set(inFolder('packages').map(({ path }) => packageOf(path)))].sort(),
  )
  const file = {
    path: 'packages/pool/src/x/y.ts',
    text: "import {\n  a,\n} from '../z.ts'\nexport * from '@herald/cli'\n// import 'no'\n",
  }
  assert.deepEqual(importsOf(file), ['packages/pool/src/z.ts', '@herald/cli'])
  assert.ok(code.length > 300, String(code.length))
})

test('packages import one way', () => {
  const found: string[] = []
  for (const [name, allowed] of Object.entries(mayImport)) {
    for (const file of inFolder(`packages/${name}/src`)) {
      for (const imported of importsOf(file)) {
        const other = packageOf(imported)
        if (other !== undefined && other !== name && !allowed.includes(other)) found.push(`${file.path} → ${imported}`)
        if (imported.startsWith('packages/') && other !== name) found.push(`${file.path} → ${imported}, by its path`)
      }
    }
  }
  lines(found)
})

test('only tests of the whole import the cli, or another package’s tests', () => {
  const found = inFolder('packages').flatMap((file) =>
    importsOf(file)
      .filter((imported) => packageOf(imported) !== packageOf(file.path))
      .filter((imported) => packageOf(imported) === 'cli' || /^packages\/[^/]+\/tests\//.test(imported))
      .map((imported) => `${file.path} → ${imported}`),
  )
  lines(found)
})

test('what runs needs only what is installed with it', () => {
  const { dependencies } = manifest()
  const senders = manifest('packages/sender/package.json')
  const ofSender = { ...senders.dependencies, ...senders.peerDependencies }
  const ours = inFolder('packages').filter(({ path }) => /^packages\/[^/]+\/src\//.test(path))
  const found = ours.flatMap((file) =>
    importsOf(file)
      .filter((imported) => !imported.startsWith('packages/') && !/^(node:|@herald\/)/.test(imported))
      .filter((imported) => {
        const installed = file.path.startsWith('packages/sender/') ? ofSender : dependencies
        return !Object.hasOwn(installed, /^(@[^/]+\/)?[^/]+/.exec(imported)![0])
      })
      .map((imported) => `${file.path} → ${imported}`),
  )
  lines(found)
})

test('the console speaks HTTP only, and its page knows nothing outside its folder', () => {
  const page = 'packages/console/src/page/'
  const found = inFolder('packages/console/src').flatMap((file) =>
    importsOf(file)
      .filter((imported) =>
        file.path.startsWith(page)
          ? !imported.startsWith(page) && !/^(preact|htm)(\/|$)/.test(imported)
          : !imported.startsWith('packages/console/src/') && !imported.startsWith('node:'),
      )
      .map((imported) => `${file.path} → ${imported}`),
  )
  lines(found)
})

test('operations never import each other, and nothing but their table imports them', () => {
  const isOperation = (path: string) => /\/[A-Z]\w+\.ts$/.test(path) && /^packages\/[^/]+\/src\//.test(path)
  const tables = /\/index\.ts$/
  const operations = code.filter(({ path }) => isOperation(path))
  assert.ok(operations.length > 70, String(operations.length))
  const found = code
    .filter(({ path }) => path.startsWith('packages/') && !tables.test(path))
    .flatMap((file) =>
      importsOf(file)
        .filter(isOperation)
        .map((imported) => `${file.path} → ${imported}`),
    )
  lines(found)
})

test('in the pool the domain knows no operation, and only the service knows their table', () => {
  const table = 'packages/pool/src/operations/'
  const found = inFolder('packages/pool/src')
    .filter(({ path }) => !path.startsWith(table) && path !== 'packages/pool/src/service.ts')
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => imported.startsWith(table))
        .map((to) => `${file.path} → ${to}`),
    )
  lines(found)
})

/** Time and chance come from the Environment. What takes them from elsewhere stands here, with the reason. */
const ownTimeOrChance: Record<string, string> = {
  'packages/storage/src/vault.ts': 'a nonce that a fixed chance repeats would break the seal',
  'packages/storage/src/root-key.ts': 'the root key is made before anything else, and nobody may be able to foresee it',
  'packages/local-aws/src/kms/digest-rsa.ts': 'the salt of a signature; Node makes those of its own signatures itself',
  'packages/protocol/src/client.ts': 'signatures carry the machine’s time, which the receiver compares with its own',
  'packages/sender/src/system.ts': 'runs in the user’s own function',
  'packages/smtp/src/certificate.ts': 'serial number and keys of a certificate must be beyond foresight',
  'packages/smtp/src/create-smtp-capture.ts': 'clients hold a certificate’s dates against the machine’s time',
  'packages/console/src/page/time.ts': 'the browser’s own time',
  'packages/local-aws/src/lambda/runtime/sandbox.ts': 'durations and the deadline of running work',
  'packages/local-aws/src/lambda/runtime/invocation-log.ts':
    'what a function logs bears the machine’s time, as its own lines do',
  'packages/local-aws/src/lambda/bootstrap/console-lines.mjs': 'runs in the function’s process',
  'packages/local-aws/src/lambda/bootstrap/invocation-context.mjs': 'runs in the function’s process',
  'packages/local-aws/src/lambda/bootstrap/memory-in-use.mjs': 'runs in the function’s process',
}

test('time and chance come from the environment', () => {
  const taken =
    /\bDate\.now\b|\bMath\.random\b|new Date\(\)|\b(randomBytes|randomUUID|randomInt|randomFill\w*|getRandomValues)\b|\bperformance\.now\b|\bhrtime\b/
  const takers = inFolder('packages')
    .filter(({ path, text }) => /^packages\/[^/]+\/src\//.test(path) && taken.test(codeOf(text)))
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('packages/environment/'))
  const listed = Object.keys(ownTimeOrChance).filter((path) => code.some((file) => file.path === path))
  assert.deepEqual(takers.sort(), listed.sort())
})

test('no file is a drawer for everything, and none is long', () => {
  const drawer = /util|helper|manager|misc|common/i
  /** Common Errors is what AWS's documentation calls the errors that every operation may answer. */
  const named = ['packages/protocol/src/common-errors.ts']
  const isDrawer = ({ path }: SourceFile) => drawer.test(basename(path)) || drawer.test(basename(dirname(path)))
  lines(files.filter((file) => isDrawer(file) && !named.includes(file.path)).map(({ path }) => path))
  const length = ({ text }: SourceFile) => text.trimEnd().split('\n').length
  const styled = [...code, ...files.filter(({ path }) => path.endsWith('.css'))]
  lines(styled.filter((file) => length(file) > 300).map((file) => `${file.path}: ${length(file)} lines`))
})

test('files are named as their kind is', () => {
  const operation = /^([A-Z][a-z]+)+[a-zA-Z]*\.ts$/
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|fuzz|browser|chaos|child))?\.(ts|mjs|js)$/
  lines(code.map(({ path }) => path).filter((path) => !operation.test(basename(path)) && !kebab.test(basename(path))))
})

test('nothing is left undone or unchecked in the code, and nothing names this machine or a registry', () => {
  const here = 'tests/architecture.test.ts'
  const left = /\b(TODO|FIXME|XXX)\b|@ts-ignore|@ts-nocheck/
  const isLeft = (text: string) => left.test(text) || /\bas any\b/.test(codeOf(text))
  const unchecked = code.filter(({ path, text }) => path !== here && isLeft(text))
  const machine = /(^|[\s'"`(=:])(\/(work|home|Users|root)\/[\w.-]+|[A-Z]:\\+Users)/m
  const registry = /\bregistry\.[a-z]|\bnpmmirror\b|artifactory|verdaccio|"resolved":\s*"http/i
  const local = files.filter(
    ({ path, text }) => path !== here && !path.includes('/models/') && (machine.test(text) || registry.test(text)),
  )
  lines([...unchecked, ...local].map(({ path }) => path))
})

const readme = files.find(({ path }) => path === 'README.md')?.text ?? ''
const section = /\n## Dependencies\n([\s\S]*?)(\n## |$)/.exec(readme)?.[1]
const noSection = section === undefined && 'README.md has no section "Dependencies" yet'

test('each dependency stands in the README with a reason, and the README names no other', { skip: noSection }, () => {
  const { dependencies, optionalDependencies } = manifest()
  const rows = [...section!.matchAll(/^\| *(`.*?) *\| *(.*?) *\|$/gm)].map((row) => ({
    names: row[1]!,
    reason: row[2]!,
  }))
  for (const { names, reason } of rows) assert.ok(reason.length > 8, `${names}: ${reason}`)
  const listed = rows.flatMap(({ names }) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
  const bare = (name: string) => name.replace(/^@aws-sdk\//, '')
  const missing = Object.keys(dependencies).filter((name) => !listed.map(bare).includes(bare(name)))
  assert.deepEqual(missing, [])
  const known = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)].map(bare)
  assert.deepEqual(
    listed.filter((name) => !known.includes(bare(name))),
    [],
  )
})

type Versions = Record<string, string>

function manifest(path = 'package.json'): {
  dependencies: Versions
  optionalDependencies: Versions
  peerDependencies: Versions
} {
  return JSON.parse(files.find((file) => file.path === path)!.text)
}
