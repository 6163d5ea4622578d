import assert from 'node:assert/strict'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { OptionError, readStartOptions } from '../src/start/options.ts'

const rootKey = Buffer.alloc(32, 1).toString('base64')

test('what an option is when nobody says', () => {
  assert.deepEqual(readStartOptions([], {}), {
    port: 4566,
    smtpPort: 1025,
    host: '127.0.0.1',
    data: '.herald',
    database: undefined,
    rootKeyFile: join(homedir(), '.config', 'herald', 'root.key'),
    rootKey: undefined,
    region: 'us-east-1',
    accountId: '000000000000',
    origins: undefined,
    hosts: [],
    token: undefined,
    demo: false,
    quiet: false,
    logLevel: 'info',
  })
})

test('every option has a variable of its own, and an argument goes before it', () => {
  const environment = {
    HERALD_PORT: '1',
    HERALD_SMTP_PORT: '26',
    HERALD_HOST: '0.0.0.0',
    HERALD_DATA: 'd',
    HERALD_ROOT_KEY_FILE: 'k',
    HERALD_ROOT_KEY: rootKey,
    HERALD_REGION: 'eu-west-1',
    HERALD_ACCOUNT_ID: '123456789012',
    HERALD_ORIGINS: 'https://a.example, https://b.example',
    HERALD_HOSTS: 'herald,proxy',
    HERALD_TOKEN: 't',
    HERALD_DEMO: '1',
    HERALD_QUIET: 'TRUE',
    HERALD_LOG_LEVEL: 'debug',
  }
  const expected = {
    port: 1,
    smtpPort: 26,
    host: '0.0.0.0',
    data: 'd',
    database: undefined,
    rootKeyFile: 'k',
    rootKey,
    region: 'eu-west-1',
    accountId: '123456789012',
    origins: ['https://a.example', 'https://b.example'],
    hosts: ['herald', 'proxy'],
    token: 't',
    demo: true,
    quiet: true,
    logLevel: 'debug',
  }
  assert.deepEqual(readStartOptions([], environment), expected)
  const args = ['--port', '2', '--data=e', '--no-demo', '--region', 'us-gov-west-1', '--hosts', 'proxy', '--no-quiet']
  assert.deepEqual(readStartOptions(args, environment), {
    ...expected,
    port: 2,
    data: 'e',
    demo: false,
    quiet: false,
    region: 'us-gov-west-1',
    hosts: ['proxy'],
  })
})

test('whoever takes any port takes any for SMTP as well, unless they say otherwise', () => {
  assert.equal(readStartOptions(['--port', '0'], {}).smtpPort, 0)
  assert.equal(readStartOptions(['--port', '0', '--smtp-port', '25'], {}).smtpPort, 25)
  assert.throws(() => readStartOptions(['--smtp-port', 'x'], {}), /^OptionError: --smtp-port takes a number/)
})

test('a database takes the place of the data folder', () => {
  const url = 'postgres://herald@localhost/herald'
  for (const options of [readStartOptions(['--database', url], {}), readStartOptions([], { HERALD_DATABASE: url })]) {
    assert.equal(options.database, url)
    assert.equal(options.data, undefined)
  }
})

test('an empty variable counts as none', () => {
  const names = ['PORT', 'HOST', 'DATA', 'ROOT_KEY', 'ROOT_KEY_FILE', 'TOKEN', 'EPHEMERAL', 'DEMO', 'DATABASE']
  const empty = Object.fromEntries(names.map((name) => [`HERALD_${name}`, '']))
  assert.deepEqual(readStartOptions([], empty), readStartOptions([], {}))
})

test('--ephemeral goes before --data', () => {
  assert.equal(readStartOptions(['--ephemeral', '--data', 'd'], {}).data, undefined)
  assert.equal(readStartOptions([], { HERALD_EPHEMERAL: 'true', HERALD_DATA: 'd' }).data, undefined)
})

for (const host of ['127.0.0.1', '127.8.9.1', 'localhost', '::1', '[::1]']) {
  test(`--host ${host} needs no token`, () => assert.equal(readStartOptions(['--host', host], {}).host, host))
}

const wrong: { args?: string[]; env?: Record<string, string>; says: RegExp }[] = [
  { args: ['--bogus'], says: /^Unknown option '--bogus'\. See "herald start --help"\.$/ },
  { args: ['here'], says: /^Unexpected argument 'here'/ },
  { args: ['--port'], says: /^Option '--port <value>' argument missing/ },
  { args: ['--port', 'http'], says: /^--port takes a number from 0 to 65535, and "http" is none/ },
  { args: ['--port', '65536'], says: /^--port takes a number/ },
  { args: ['--port=-1'], says: /^--port takes a number/ },
  { args: ['--port', ' '], says: /^--port takes a number/ },
  { env: { HERALD_PORT: '0x10' }, says: /^HERALD_PORT takes a number/ },
  { args: ['--data', ''], says: /^--data needs a value/ },
  { args: ['--region', 'Paris'], says: /^--region does not take "Paris"/ },
  { env: { HERALD_REGION: 'eu_west_1' }, says: /^HERALD_REGION does not take/ },
  { env: { HERALD_ACCOUNT_ID: '12' }, says: /^HERALD_ACCOUNT_ID does not take "12"/ },
  { args: ['--log-level', 'loud'], says: /^--log-level does not take "loud"/ },
  { args: ['--ephemeral=yes'], says: /^Option '--ephemeral' does not take an argument/ },
  { env: { HERALD_EPHEMERAL: 'perhaps' }, says: /^HERALD_EPHEMERAL is 1 or 0, and "perhaps" is neither/ },
  {
    args: ['--database', 'mysql://me:secret@localhost/x'],
    says: /^--database takes an address that begins with postgres:\/\/\.$/,
  },
  {
    args: ['--database', 'postgres://localhost/x', '--ephemeral'],
    says: /^--database .* does not go with --ephemeral/,
  },
  { args: ['--database=postgres://localhost/x', '--data', 'x'], says: /^--database .* does not go with --data/ },
  { args: ['--host', '0.0.0.0'], says: /^--host 0\.0\.0\.0 can be reached by others, so it needs --token/ },
  { args: ['--host', '127.0.0.1.example.com'], says: /needs --token/ },
  { env: { HERALD_HOST: '::' }, says: /^--host :: can be reached by others, so it needs --token/ },
]

for (const { args = [], env = {}, says } of wrong) {
  test(`refused: ${[...args, ...Object.entries(env).map((entry) => entry.join('='))].join(' ')}`, () => {
    assert.throws(
      () => readStartOptions(args, env),
      (error) => error instanceof OptionError && says.test(error.message),
    )
  })
}
