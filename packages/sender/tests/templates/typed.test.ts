import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, type Secret, sms, templates, textFromHtml } from '@herald/sender'
import { messageOf } from './messages.ts'

test('a source is told by its own template, else by the default, else by the built-in texts', async () => {
  const own = templates(
    {
      SignUp: {
        email: (m, view) => ({
          subject: `Hello ${view.name}`,
          preheader: 'Nearly there',
          html: html`<h1>Hi ${view.name}</h1><p>Code: <b>${m.secret}</b>, good for ${view.period}</p>`,
        }),
        sms: (m) => sms`Code ${m.secret}`,
      },
      default: { sms: (m) => sms`Your number is ${m.secret}` },
    },
    { brand: { name: 'Acme' } },
  )
  const message = messageOf('SignUp', { attributes: { given_name: 'Zoë <b>' } })
  const email = await own.render(message, 'email', 'en')
  assert.equal(email.subject, 'Hello Zoë b')
  assert.match(email.html!, /<html lang="en"[\s\S]*Nearly there[\s\S]*Acme[\s\S]*<b>481526<\/b>/)
  assert.equal(email.text, 'Acme\n\nHi Zoë b\n\nCode: 481526, good for 24 hours\n')
  assert.equal((await own.render(message, 'sms', 'en')).text, 'Code 481526')
  assert.equal((await own.render(messageOf('ForgotPassword'), 'whatsapp', 'en')).text, 'Your number is 481526')
  assert.equal((await own.render(messageOf('ForgotPassword'), 'email', 'en')).subject, 'Acme: Reset your password')
})

test('a template is typed by its source', () => {
  // @ts-expect-error no such source
  templates({ SignIn: {} })
  // @ts-expect-error html is made with the tag, as a string may hold what is not escaped
  templates({ SignUp: { email: () => ({ subject: '', html: '<p>' }) } })
})

test('the secret is not for the subject, unless that is wanted', async () => {
  const email = (m: { secret?: Secret }) => ({ subject: `${m.secret?.reveal()} is it`, text: 'x' })
  await assert.rejects(templates({ SignUp: { email } }).render(messageOf('SignUp'), 'email', 'en'), (error: Error) => {
    assert.match(error.message, /subject of SignUp/)
    return !error.message.includes('481526')
  })
  const allowed = templates({ SignUp: { email } }, { allowSecretInSubject: true })
  assert.equal((await allowed.render(messageOf('SignUp'), 'email', 'en')).subject, '481526 is it')
})

test('no value can add a header through the subject', async () => {
  const own = templates({ default: { email: (m) => ({ subject: `Hi ${m.attributes.nick}`, text: 'x' }) } })
  const attributes = { nick: 'a\r\nBcc: all@example.com\r\n\r\n<p>\u2028b\u202Ec' }
  const { subject } = await own.render(messageOf('SignUp', { attributes }), 'email', 'en')
  assert.equal(subject, 'Hi a Bcc: all@example.com <p> bc')
})

test('a secret written without a tag is found before anybody reads "[secret 6]"', async () => {
  const own = templates({ default: { sms: (m) => `Code ${m.secret}` } })
  await assert.rejects(own.render(messageOf('SignUp'), 'sms', 'en'), /\[secret 6\]: write it with/)
})

test('the text part has what is shown, with links, lines and secrets exact', () => {
  const made = textFromHtml(`<!doctype html><html><head><title>No</title><style>p { color: red }</style></head><body>
    <div style="display: none">Preheader <b>too</b></div>
    <h1 style="overflow: hidden">Hello&nbsp;there</h1><script>if (a<b) "</p>"</script><p>One<br>two   three
    <a href="https://a.example/?x=1&amp;y=2">here</a>.</p>
    <!-- no --><ul><li>a</li><li>b &amp;lt; c</li></ul>
    <table><tr><th>Time</th><td>Noon</td></tr><tr><td>Place</td><td>Porto</td></tr></table>
    <pre>&lt;a  b&gt;"$&amp;</pre><img src="x.png" alt="Logo"></body></html>`)
  assert.equal(
    made,
    'Hello\u00A0there\n\nOne\ntwo three here (https://a.example/?x=1&y=2).\n\na\nb &lt; c\n\nTime Noon\nPlace Porto\n\n<a  b>"$&\n\nLogo\n'.replace(
      '\u00A0',
      ' ',
    ),
  )
})
