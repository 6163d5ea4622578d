import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { builtInTemplates, Secret, SenderError } from '@herald/sender'
import { checkTemplates, liquidDir, liquidTexts } from '@herald/sender/liquid'
import { messageOf } from './messages.ts'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const email = (subject: string, body: string) => `---\nsubject: ${subject}\n---\n${body}`

test('a message is told by the brand’s file before the general, in its language before the default, by its source before the default', async () => {
  const said = (name: string) => email(name, '{{ code }}')
  const names = [
    'email/SignUp.pt-BR',
    'email/default.pt',
    'email/SignUp.en',
    'email/default.en',
    'acme/email/default.en',
  ]
  const templates = liquidDir(folderOf(Object.fromEntries(names.map((name) => [`${name}.liquid`, said(name)]))), {
    brand: (m) => m.clientId,
  })
  const told = async (source: 'SignUp' | 'ResendCode', locale: string, clientId: string) =>
    (await templates.render(messageOf(source, { locale, clientId }), 'email', locale)).subject
  assert.equal(await told('SignUp', 'pt-BR', 'web'), 'email/SignUp.pt-BR')
  assert.equal(await told('ResendCode', 'pt-BR', 'web'), 'email/default.pt')
  assert.equal(await told('SignUp', 'pt', 'web'), 'email/default.pt')
  assert.equal(await told('SignUp', 'de', 'web'), 'email/SignUp.en')
  assert.equal(await told('ResendCode', 'xx', 'web'), 'email/default.en')
  assert.equal(await told('SignUp', 'pt-BR', 'acme'), 'acme/email/default.en')
  assert.equal(await told('SignUp', 'en', '../../etc'), 'email/SignUp.en')
})

test('every value is escaped in HTML, and stands as it is in text', async () => {
  const password = '<b>&amp;"\'$&$`{{7*7}}😀'
  const templates = liquidTexts({
    'email/default.en.liquid': email(
      'Hi {{ name }}',
      '<p title="{{ password }}">{{ password }}</p>{{ attributes.name }}',
    ),
    'sms/default.en.liquid': '{{ password }}',
  })
  const message = messageOf('AdminCreateUser', {
    secret: new Secret(password),
    attributes: { name: '<a href="https://evil.example">x</a>\r\nBcc: y {{7*7}}' },
  })
  const { subject, html, text } = await templates.render(message, 'email', 'en')
  const escaped = '&lt;b&gt;&amp;amp;&quot;&#39;$&amp;$`{{7*7}}😀'
  assert.equal(html, `<p title="${escaped}">${escaped}</p>a href=&quot; Bcc: y 7*7`)
  assert.equal(subject, 'Hi a href=" Bcc: y 7*7')
  assert.ok(text.startsWith(`${password}\n`))
  assert.equal((await templates.render(message, 'sms', 'en')).text, password)
})

test('layouts and partials come from the partials folders only, the brand’s first', async () => {
  const files = {
    'email/default.en.liquid': email(
      'x',
      "{% layout 'page' %}{% block body %}{% render 'foot', who: name %}{{ code }}{% endblock %}",
    ),
    'partials/page.liquid': '<main>{% block body %}{% endblock %}</main>',
    'partials/foot.liquid': 'general {{ who }} ',
    'acme/partials/foot.liquid': 'acme {{ who }} ',
  }
  const templates = liquidDir(folderOf(files), { brand: (m) => m.clientId })
  const html = async (clientId: string) =>
    (await templates.render(messageOf('SignUp', { clientId, attributes: { name: '<i>' } }), 'email', 'en')).html
  assert.equal(await html('web'), '<main>general i 481526</main>')
  assert.equal(await html('acme'), '<main>acme i 481526</main>')
  for (const path of [
    '../email/default.en',
    '/etc/passwd',
    '../../../../etc/passwd',
    'email/default.en',
    '../acme/partials/foot',
  ]) {
    const leading = liquidDir(folderOf({ ...files, 'sms/default.en.liquid': `\n{% include '${path}' %}` }))
    await assert.rejects(leading.render(messageOf('SignUp'), 'sms', 'en'), /sms\/default\.en\.liquid:2: ENOENT/, path)
  }
})

test('a folder that holds a symbolic link, or nothing, is refused', () => {
  const folder = folderOf({ 'sms/default.en.liquid': 'x' })
  symlinkSync('/etc', join(folder, 'partials'))
  assert.throws(() => liquidDir(folder), /partials is a symbolic link/)
  const file = folderOf({ 'sms/default.en.liquid': 'x' })
  symlinkSync('/etc/hostname', join(file, 'sms/SignUp.en.liquid'))
  assert.throws(() => liquidDir(file), /symbolic link/)
  assert.throws(() => liquidDir(folderOf({ 'a.txt': '' })), /holds no \.liquid file/)
  assert.throws(() => liquidDir('no-such-folder'), { code: 'Configuration', message: /no-such-folder .*ENOENT/ })
})

test('an error names file and line, and never holds the secret', async () => {
  const failing = async (text: string, channel: 'email' | 'sms' = 'sms') => {
    const templates = liquidTexts({ [`${channel}/SignUp.en.liquid`]: text, 'partials/part.liquid': 'a\n{% if %}' })
    const error = await templates.render(messageOf('SignUp'), channel, 'en').catch((found) => found)
    assert.ok(error instanceof SenderError && error.code === 'Configuration', String(error))
    assert.doesNotMatch(`${error.message} ${error.stack}`, /481526/)
    return error.message
  }
  assert.match(await failing('a\nb {{ code | nope }}'), /^sms\/SignUp\.en\.liquid:2: undefined filter: nope/)
  assert.match(
    await failing('---\nsubject: x\n---\n\n{% if code %}', 'email'),
    /^email\/SignUp\.en\.liquid:5: tag .* not closed/,
  )
  assert.match(await failing("x\n{% render 'part' %}"), /^partials\/part\.liquid:2: /)
  assert.match(await failing('---\nsubjekt: x\n---\n'), /^sms\/SignUp\.en\.liquid:2: "subjekt" is not known/)
  assert.match(await failing('---\nsubject: x\n'), /:1: the front matter has no end/)
  assert.match(await failing('<p>', 'email'), /:1: an e-mail needs a subject/)
  assert.match(await failing('---\nsubject: "{{ code }}"\n---\nx', 'email'), /subject of SignUp shows the secret/)
})

test('no template can hold up or fill the function', async () => {
  const wide = { renderMs: 60_000, memory: 1e9, output: 1e9 }
  const cases = [
    ['{% for a in (1..2000) %}{% for b in (1..2000) %}{% endfor %}{% endfor %}', { renderMs: 30 }, /render limit/],
    ['{% assign x = (1..1000000000) | join %}', { memory: 10_000 }, /memory .*limit/],
    ['{% for a in (1..2000) %}x{% endfor %}', { output: 1000 }, /more than 1000 characters/],
  ] as const
  for (const [text, limit, said] of cases) {
    const templates = liquidTexts({ 'sms/default.en.liquid': text }, { limits: { ...wide, ...limit } })
    await assert.rejects(templates.render(messageOf('SignUp'), 'sms', 'en'), said)
  }
})

test('templates reach no prototype, and no user’s words become a template', async () => {
  const templates = liquidTexts({
    'sms/default.en.liquid':
      '[{{ attributes.constructor }}{{ code.constructor.name }}{{ brand.__proto__ }}] {{ metadata.x }}',
  })
  const message = messageOf('SignUp', { clientMetadata: { x: '{{ code }} {% include "x" %} https://evil.example' } })
  assert.equal((await templates.render(message, 'sms', 'en')).text, '[] code % include "x" %')
})

test('what the folder has nothing for is told by other templates, or is an error that says what to write', async () => {
  const files = { 'sms/SignUp.en.liquid': 'x' }
  const lacking = liquidTexts(files).render(messageOf('ForgotPassword', { locale: 'de' }), 'email', 'de')
  await assert.rejects(lacking, /write email\/ForgotPassword\.en\.liquid or email\/default\.en\.liquid/)
  const templates = liquidTexts(files, { otherwise: builtInTemplates() })
  const { subject } = await templates.render(messageOf('ForgotPassword', { locale: 'de' }), 'email', 'de')
  assert.equal(subject, 'Setzen Sie Ihr Passwort zurück')
})

test('a text part of its own, a link, a WhatsApp template and the lines for programs', async () => {
  const templates = liquidTexts(
    {
      'email/default.en.liquid': email('x', '<a href="{{ "https://app.example/go" | confirm_url }}">Go</a>'),
      'email/default.en.text.liquid': 'Go: {{ "https://app.example/go" | confirm_url }} & {{ period }}',
      'sms/default.en.liquid': 'Code {{ code }}',
      'whatsapp/default.en.liquid':
        '---\nwhatsapp_template: otp\nwhatsapp_params: "{{ code }} | {{ name }}"\n---\nCode {{ code }}',
    },
    { sms: { webOtpDomain: 'app.example' } },
  )
  const message = messageOf('SignUp', { userName: 'a&b c', attributes: { name: 'x | y' } })
  const link = 'https://app.example/go?action=confirm&user=a%26b%20c&code=481526&clientId=web'.replace(
    'clientId',
    'client',
  )
  const { html, text } = await templates.render(message, 'email', 'en')
  assert.equal(html, `<a href="${`${link}&locale=en`.replaceAll('&', '&amp;')}">Go</a>`)
  assert.equal(text, `Go: ${link}&locale=en & 24 hours`)
  assert.equal((await templates.render(message, 'sms', 'en')).text, 'Code 481526\n\n@app.example #481526')
  const { whatsapp } = await templates.render(message, 'whatsapp', 'en')
  assert.deepEqual(whatsapp, { template: 'otp', language: 'en', params: ['481526', 'x | y'] })
})

test('a check renders every source and reports missing variables, sources without a template and lost secrets', async () => {
  const good = liquidTexts({
    'email/default.en.liquid': email('Hello {{ name }}', '{{ code }}{{ password }}'),
    'sms/default.en.liquid': '{{ code }}',
  })
  const { ok, rendered, problems } = await checkTemplates(good)
  assert.equal(rendered, 15)
  assert.equal(ok, false)
  const found = problems.map(({ channel, source, problem }) => `${channel} ${source}: ${problem}`)
  assert.ok(found.includes('email SignUp: email/default.en.liquid:4: undefined variable: password'), found.join('\n'))
  assert.ok(found.includes('sms AdminCreateUser: sms/default.en.liquid:1: undefined variable: code'), found.join('\n'))
  const fixed = liquidTexts({
    'email/default.en.liquid': email('Hello', '{{ code }}'),
    'email/AdminCreateUser.en.liquid': email('Hello', '{{ user_name }}: {{ password }}'),
    'email/AccountTakeOverNotification.en.liquid': email('Hello', '{{ risk.time }}'),
    'sms/default.en.liquid': `{{ code }} is your code’s number, ${'x'.repeat(60)}`,
    'sms/AdminCreateUser.en.liquid': '{{ user_name }}',
  })
  const report = await checkTemplates(fixed)
  assert.deepEqual(
    report.problems.map(({ level, source, problem }) => `${level} ${source}: ${problem}`),
    [
      ...['SignUp', 'ResendCode', 'ForgotPassword', 'UpdateUserAttribute', 'VerifyUserAttribute'].map(
        (source) => `warning ${source}: the SMS has 2 segments, UCS-2 because of ’`,
      ),
      'error AdminCreateUser: the message does not show its secret',
      'warning Authentication: the SMS has 2 segments, UCS-2 because of ’',
    ],
  )
})

test('SMS are spelt as GSM-7 has it where that is wanted, but passwords and user names stay exact', async () => {
  const files = { 'sms/default.en.liquid': 'It’s “{{ name }}”: {{ user_name }} {{ password }}' }
  const message = messageOf('AdminCreateUser', {
    userName: 'o’hara',
    secret: new Secret('a’b“c'),
    attributes: { name: 'O’Hara' },
  })
  const text = async (options: object) => (await liquidTexts(files, options).render(message, 'sms', 'en')).text
  assert.equal(await text({ transliterateSms: true }), 'It\'s "O\'Hara": o’hara a’b“c')
  assert.equal(await text({}), 'It’s “O’Hara”: o’hara a’b“c')
})

test('a period is told in the language of the file, also where there are no built-in texts in it', async () => {
  const period = async (locale: string) => {
    const templates = liquidTexts({ [`sms/default.${locale}.liquid`]: '{{ period }} {{ period_seconds }}' })
    return (await templates.render(messageOf('ForgotPassword', { locale }), 'sms', locale)).text
  }
  assert.equal(await period('de'), '1 Stunde 3600')
  assert.equal(await period('sv'), '1 timme 3600')
})
