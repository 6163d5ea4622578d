import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'

const main = join(import.meta.dirname, '../../src/bundle/main.ts')

function folderOf(t: TestContext, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr, lines: stdout.trimEnd().split('\n') }
}

const good = {
  'email/default.en.liquid': '---\nsubject: Hello {{ name }}\n---\n{{ code }}',
  'email/AdminCreateUser.en.liquid': '---\nsubject: Hello\n---\n{{ user_name }}: {{ password }}',
  'email/AccountTakeOverNotification.en.liquid': '---\nsubject: Hello\n---\n{{ risk.time }}',
  'sms/default.en.liquid': '{{ code }} is your code',
  'sms/AdminCreateUser.en.liquid': '{{ user_name }}: {{ password }}',
}

test('good templates pass, and what was rendered is told', (t) => {
  const { status, stdout, stderr } = run('check-templates', folderOf(t, good))
  assert.deepEqual([status, stdout, stderr], [0, '15 messages rendered: no errors, no warnings\n', ''])
})

test('an error fails the command, and names file, line and the messages that it concerns', (t) => {
  const files = {
    ...good,
    'sms/default.en.liquid': '{{ code }}\n{{ cod }}',
    'acme/sms/default.en.liquid': 'Nothing',
  }
  const { status, lines } = run('check-templates', folderOf(t, files))
  const before = 'SignUp, ResendCode, ForgotPassword, UpdateUserAttribute, VerifyUserAttribute'
  assert.deepEqual(lines, [
    `error: sms, en: sms/default.en.liquid:2: undefined variable: cod (${before}, Authentication)`,
    `error: sms, en, brand acme: the message does not show its secret (${before}, AdminCreateUser, Authentication)`,
    '30 messages rendered: 13 errors, no warnings',
  ])
  assert.equal(status, 1)
})

test('a long SMS is a warning and passes, unless more segments are allowed', (t) => {
  const folder = folderOf(t, { ...good, 'sms/AdminCreateUser.en.liquid': `{{ password }} ${'x'.repeat(160)}` })
  const { status, lines } = run('check-templates', folder)
  assert.deepEqual(lines, [
    'warning: sms, en: the SMS has 2 segments (AdminCreateUser)',
    '15 messages rendered: no errors, 1 warning',
  ])
  assert.equal(status, 0)
  assert.match(run('check-templates', folder, '--segments', '2').stdout, /no errors, no warnings/)
})

test('attributes and metadata of the user, languages, and texts for what is not told may be given', (t) => {
  const folder = folderOf(t, {
    'sms/SignUp.en.liquid': '{{ code }} {{ attributes["custom:tier"] }} {{ metadata.app }} {{ attributes.email }}',
  })
  assert.match(run('check-templates', folder).stdout, /error: email, en: No template tells SignUp by email/)
  const lacking = run('check-templates', folder, '--built-in')
  assert.match(lacking.stdout, /^error: sms, en: sms\/SignUp\.en\.liquid:1: undefined variable: .*\(SignUp\)$/m)
  const given = ['--attribute', 'custom:tier=gold=1', '--metadata', 'app=web', '--built-in']
  assert.equal(run('check-templates', folder, ...given).status, 0)
  const more = run('check-templates', folder, ...given, '--locale', 'de', '--locale', 'en', '--default-locale', 'de')
  assert.match(more.stdout, /^30 messages rendered: /m)
})

test('a folder that cannot be read is an error without a stack, and a wrong option shows the usage', (t) => {
  const missing = run('check-templates', 'no-such-folder')
  assert.equal(missing.status, 1)
  assert.match(missing.stderr, /^The templates in no-such-folder could not be read \(ENOENT\)\n$/)
  const folder = folderOf(t, good)
  for (const args of [
    [],
    [folder, 'x'],
    [folder, '--segments', 'two'],
    [folder, '--nope'],
    [folder, '--attribute', 'x'],
  ]) {
    const { status, stderr } = run('check-templates', ...args)
    assert.equal(status, 2, args.join(' '))
    assert.match(stderr, /herald-sender check-templates <folder>/)
  }
})
