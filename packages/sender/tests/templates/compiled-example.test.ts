import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { builtInTemplates, emailSources, Secret } from '@herald/sender'
import { checkTemplates, liquidDir } from '@herald/sender/liquid'
import { messageOf } from './messages.ts'

const root = new URL('../../../../', import.meta.url)
const templates = liquidDir(fileURLToPath(new URL('examples/email-templates/templates', root)), {
  brandValues: { name: 'Acme & Co', support: 'help@acme.dev' },
  otherwise: builtInTemplates(),
})

test('what React Email and MJML compile to renders for every source, with no variable missing', async () => {
  assert.deepEqual([...templates.locales].sort(), ['de', 'en'])
  const { ok, problems, rendered } = await checkTemplates(templates)
  assert.deepEqual(problems, [])
  assert.equal(ok, true)
  assert.equal(rendered, 30)
  for (const locale of ['en', 'de']) {
    for (const source of emailSources) {
      const secret = source === 'AccountTakeOverNotification' ? undefined : new Secret('<&"$&\'😀')
      const message = messageOf(source, { locale, ...(secret && { secret }) })
      const { subject, html, text } = await templates.render(message, 'email', locale)
      assert.ok(subject)
      assert.match(html!, new RegExp(`<html[^>]* lang="${locale}"`))
      assert.match(html!, /Acme &amp; Co/)
      assert.doesNotMatch(`${html}${text}`, /\{\{|\{%|\[\[|&amp;#|undefined/)
      if (secret !== undefined) {
        assert.ok(html!.includes('>&lt;&amp;&quot;$&amp;&#39;😀</p>'))
        assert.ok(text.includes('\n<&"$&\'😀\n'), text)
      }
    }
  }
})

test('the buttons of a takeover notification are there when their links are', async () => {
  const message = messageOf('AccountTakeOverNotification')
  const { html, text } = await templates.render(message, 'email', 'en')
  assert.match(html!, /href="https:\/\/auth\.example\.com\/feedback\?token=a&amp;valid=false"/)
  assert.match(text, /No, this was not me/)
  const without = await templates.render({ ...message, risk: { action: 'BLOCK' } }, 'email', 'en')
  assert.doesNotMatch(without.html!, /No, this was not me|href=""/)
})

test('what compiles them is not among our own dependencies', () => {
  const lock = readFileSync(new URL('package-lock.json', root), 'utf8')
  assert.doesNotMatch(lock, /"node_modules\/(mjml|react|@react-email)/)
})
