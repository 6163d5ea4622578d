import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unescapePassword } from '@herald/sender'

const cases: Record<string, string> = {
  '&lt;&gt;&amp;&quot;&apos;': `<>&"'`,
  '&amp;lt;': '&lt;',
  '&amp;amp;lt;': '&amp;lt;',
  '&#60;&#x3c;&#X3C;&#39;': `<<<'`,
  '&#x1F600;': '😀',
  'a$&b$1': 'a$&b$1',
  'R&D; &copy; &LT; & &; &#; &#x; &lt': 'R&D; &copy; &LT; & &; &#; &#x; &lt',
  '&#0;&#xD800;&#x110000;&#99999999;': '&#0;&#xD800;&#x110000;&#99999999;',
  '&constructor;&toString;': '&constructor;&toString;',
  '': '',
}

for (const [escaped, password] of Object.entries(cases)) {
  test(`the password ${JSON.stringify(escaped)} unescapes to ${JSON.stringify(password)}`, () => {
    assert.equal(unescapePassword(escaped), password)
  })
}
