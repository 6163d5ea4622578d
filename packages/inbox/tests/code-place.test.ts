import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { textOfHtml } from '@herald/inbox'
import { openPlace } from './place.ts'

/** The password holds what HTML escapes; Cognito escapes it before it encrypts. */
const PASSWORD = 'a<b>&"c\'1'

const bodies: [name: string, secret: string, body: { subject?: string; text?: string; html?: string }][] = [
  ['in the text', '123456', { text: 'Code 123456!', html: '<b>999999</b>' }],
  ['in the HTML alone', '123456', { html: '<p>Code <b>123456</b></p>' }],
  ['in HTML that boxes each digit', '123456', { html: [...'123456'].map((digit) => `<td>${digit}</td>`).join('') }],
  ['in groups', '123456', { text: 'Code 123 456.' }],
  ['with dashes', '123456', { text: 'Code 123-456.' }],
  ['beside a longer number that contains it', '123456', { text: 'Order 91234567. Code 123456' }],
  ['in the subject', '123456', { subject: '123456 is your code', text: 'See above.' }],
  ['in a link', 'p w&d', { html: '<a href="https://x.example/?t=p%20w%26d">go</a>' }],
  ['a password as it is', PASSWORD, { text: `Password: ${PASSWORD}` }],
  ['a password with its angle brackets escaped', PASSWORD, { text: `It is a&lt;b&gt;&"c'1 .` }],
  ['a password in HTML', PASSWORD, { html: 'It is a&lt;b&gt;&amp;&quot;c&#39;1 .' }],
]

describe('the code of a delivered message', () => {
  for (const [name, secret, body] of bodies) {
    test(`is found ${name}`, async (t) => {
      const { inbox, queue, deliver } = await openPlace(t)
      const id = await queue({ secret })
      await deliver({ ...body, traceRoot: id })
      assert.equal((await inbox.get(id))?.trigger?.code, secret)
    })
  }

  test('is not taken from within a longer number', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    await deliver({ text: 'Order 91234567', traceRoot: id })
    assert.equal((await inbox.get(id))?.trigger?.code, undefined)
  })
})

describe('the text of HTML', () => {
  test('is what a reader sees', () => {
    const html =
      '<!doctype html><head><title>No</title><style>p{}</style></head><!-- no --><p>Hello&nbsp;<b>Jane</b> &amp; all</p><br>1 &lt; 2<script>no</script>'
    assert.equal(textOfHtml(html), 'Hello Jane & all\n\n1 < 2')
  })

  test('takes time in proportion to hostile input', () => {
    for (const part of ['<', '<style', '<!--', '<p', '&#', '&lt', '</', '<p>', ' '])
      textOfHtml(part.repeat(300_000 / part.length))
  })
})
