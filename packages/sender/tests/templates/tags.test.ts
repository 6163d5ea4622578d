import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, Secret, sms, text, trustedHtml } from '@herald/sender'

test('a value is escaped as its place demands', () => {
  const evil = '"><img src=x onerror=alert(1)>\'&'
  assert.equal(`${html`<p>${evil}</p>`}`, '<p>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;</p>')
  assert.equal(
    `${html`<p title="${evil}">x</p>`}`,
    '<p title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;">x</p>',
  )
  for (const url of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    '\u0001vbscript:x',
  ]) {
    assert.equal(`${html`<a href="${url}">x</a>`}`, '<a href="#">x</a>', url)
  }
  assert.equal(
    `${html`<a href='${'https://a.example/?x=1&y="'}'>x</a>`}`,
    "<a href='https://a.example/?x=1&amp;y=&quot;'>x</a>",
  )
  assert.equal(
    `${html`<a class="b" href="/x/${'q&"'}?y=${'a b&c:d'}">x</a>`}`,
    '<a class="b" href="/x/q&amp;&quot;?y=a%20b%26c%3Ad">x</a>',
  )
  assert.equal(`${html`<a href="${' /a b'}">x</a>`}`, '<a href="/a%20b">x</a>')
  assert.equal(`${html`<p style="color:${'#0a7d4f'}">${1}</p>`}`, '<p style="color:#0a7d4f">1</p>')
  assert.throws(() => html`<p style="color:${'red;background:url(//x)'}">x</p>`, TypeError)
})

test('a place where no escaping is safe is refused, whatever the value', () => {
  assert.throws(() => html`<script>const a = "${'x'}"</script>`, /script or a comment/)
  assert.throws(() => html`<!-- ${'x'} -->`, /script or a comment/)
  assert.throws(() => html`<a href=${'x'}>x</a>`, /quotes of an attribute/)
  assert.throws(() => html`<a ${'x'}>x</a>`, /quotes of an attribute/)
  assert.throws(() => html`<${'p'}>x`, /name of a tag/)
  assert.throws(() => html`<a onclick="${'x'}">x</a>`, /onclick/)
  assert.equal(`${html`<script>1</script><!-- no --><p>${'<'}</p>`}`, '<script>1</script><!-- no --><p>&lt;</p>')
})

test('parts and lists of parts go in as they are, and what is not there is nothing', () => {
  const rows = ['a', '<b>'].map((row) => html`<li>${row}</li>`)
  assert.equal(`${html`<ul>${rows}</ul>${undefined}${null}${false}${0}`}`, '<ul><li>a</li><li>&lt;b&gt;</li></ul>0')
  assert.equal(`${html`${trustedHtml('<hr>')}`}`, '<hr>')
  assert.equal(`${html`<a title="${html`<b>`}">x</a>`}`, '<a title="&lt;b&gt;">x</a>')
})

test('a secret comes out exactly, escaped once in HTML', () => {
  const secret = new Secret('<&"\'$&$1`{{7*7}}’😀')
  assert.equal(`${html`<b>${secret}</b>`}`, '<b>&lt;&amp;&quot;&#39;$&amp;$1`{{7*7}}’😀</b>')
  assert.equal(text`Password: ${secret}`, 'Password: <&"\'$&$1`{{7*7}}’😀')
  assert.equal(sms`It’s “${secret}” for ${'Zoë’s'}…`, 'It\'s "<&"\'$&$1`{{7*7}}’😀" for Zoë\'s...')
})

test('a text loses the indentation of the code around it, but not that of its values', () => {
  const value = 'x\n      y'
  const made = text`
    Hello

      ${value}
    Bye
  `
  assert.equal(made, 'Hello\n\n  x\n      y\nBye')
})
