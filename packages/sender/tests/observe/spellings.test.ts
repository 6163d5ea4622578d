import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createScrub } from '../../src/observe/scrub.ts'

const password = `A&b<c>"d'9z`

test('a password is found in every way in which HTML may spell it', () => {
  const scrub = createScrub({ secrets: [password] })
  for (const spelling of [
    password,
    'A&amp;b&lt;c&gt;&quot;d&#39;9z',
    'A&amp;b&lt;c&gt;&quot;d&#x27;9z',
    'A&amp;b&lt;c&gt;&quot;d&#039;9z',
    'A&amp;b&lt;c&gt;&#34;d&#39;9z',
    'A&amp;b&lt;c&gt;&quot;d&apos;9z',
    `A&amp;b&lt;c&gt;&quot;d'9z`,
    `A&amp;b&lt;c&gt;"d'9z`,
  ]) {
    assert.equal(scrub(`<p>${spelling}</p>`), `<p>[secret ${password.length}]</p>`)
  }
})

test('a password that holds the name of a character is found as it is escaped', () => {
  const odd = `x&#39;y&quot;z`
  const scrub = createScrub({ secrets: [odd] })
  assert.equal(scrub(`<p>x&amp;#39;y&amp;quot;z</p> ${odd}`), `<p>[secret ${odd.length}]</p> [secret ${odd.length}]`)
})
