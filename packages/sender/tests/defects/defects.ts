import assert from 'node:assert/strict'
import { emailSources, smsSources } from '@herald/sender'
import { expectNoSecrets } from '@herald/sender/testing'
import { type Place, shown } from './place.ts'

/** What goes wrong in handlers that people write. */
export interface Defect {
  /** What a right handler does. */
  name: string
  /** File in `naive` with a handler that does it wrong. */
  naive: string
  /** Passes for a right handler. */
  check(place: Place): Promise<void>
  /** How the check fails for the naive handler. */
  fails: RegExp
  environment?: Record<string, string>
}

const email = 'jane@mail.acme.dev'
/** Each character of it is lost, doubled or expanded by one of the mistakes. */
const password = `Aa1<b>&lt;"c'$&$'$1`

/** Every invitation shows the password as it has to be typed, to readers of both parts. */
async function showsPassword({ events, handles, sent }: Place): Promise<void> {
  await handles(events.email('AdminCreateUser', { secret: password }))
  const [mail] = sent()
  assert.ok(mail!.text.includes(password), 'the text has another password')
  assert.ok(shown(mail!.html ?? '').includes(password), 'the HTML shows another password')
}

export const defects: readonly Defect[] = [
  {
    name: 'no source of either trigger is ignored, not even one that is not known yet: it is sent, or it fails',
    naive: 'ignores-sources',
    fails: /CustomEmailSender_ResendCode was ignored/,
    async check({ events, invoke, sent }) {
      const all = events.every()
      assert.equal(all.length, emailSources.length + smsSources.length)
      const unknown = { ...events.email('SignUp'), triggerSource: 'CustomEmailSender_SomethingNew' }
      for (const event of [...all, unknown]) {
        const before = sent().length
        const ended = await invoke(event)
        const failed = ended === 'timed out' || ended.error !== undefined
        assert.ok(failed === (event === unknown), `${event.triggerSource}: ${JSON.stringify(ended)}, or was ignored`)
        assert.equal(sent().length - before, failed ? 0 : 1, `${event.triggerSource} was ignored`)
      }
    },
  },
  {
    name: 'no address is in the log, nor the event as it came',
    naive: 'logs-event',
    fails: /holds an address/,
    async check({ events, handles, sent, logs }) {
      const event = events.email('SignUp')
      await handles(event)
      assert.equal(sent()[0]!.to, email)
      expectNoSecrets(logs(), { addresses: [email] })
      expectNoSecrets(logs(), { secrets: [event.request.code!] })
    },
  },
  {
    name: 'what could not be sent is thrown, so that Lambda tries again',
    naive: 'swallows-errors',
    fails: /returned/,
    async check({ events, invoke, mail, sent }) {
      mail.behave({ status: 503 })
      const event = events.email('SignUp')
      assert.notEqual(((await invoke(event)) as { error?: string }).error, undefined, 'returned as if it had been sent')
      mail.behave({ status: 200 })
      assert.deepEqual(await invoke(event), { error: undefined })
      assert.ok(sent().length > 1)
    },
  },
  {
    name: 'clients are made and credentials read once for a container',
    naive: 'builds-every-time',
    fails: /5 times/,
    async check({ events, handles, sent, parameters, mail }) {
      for (let each = 0; each < 5; each++) await handles(events.email('SignUp'))
      assert.equal(sent().length, 5)
      assert.equal(mail.seen[4]!.headers.authorization, 'Bearer a-key-of-the-service')
      assert.equal(parameters.seen.length, 1, `the key was read ${parameters.seen.length} times`)
    },
  },
  {
    name: 'no code or password is in the log',
    naive: 'logs-code',
    fails: /holds a secret/,
    async check({ events, handles, sent, logs }) {
      await handles(events.email('SignUp', { secret: '731942' }))
      await handles(events.email('AdminCreateUser', { secret: 'Tmp-2q.Wx71' }))
      assert.equal(sent().length, 2)
      expectNoSecrets(logs(), { secrets: ['731942', 'Tmp-2q.Wx71'] })
    },
  },
  {
    name: 'the code is decrypted',
    naive: 'cannot-decrypt',
    fails: /InvalidCiphertextException/,
    async check({ events, handles, sent }) {
      await handles(events.email('SignUp', { secret: '731942' }))
      assert.match(sent()[0]!.text, /\b731942\b/)
    },
  },
  {
    name: 'a temporary password is shown as it has to be typed, for Cognito escapes it',
    naive: 'never-unescapes',
    fails: /the text has another password/,
    check: showsPassword,
  },
  {
    name: 'a service that does not answer is given up before Lambda stops the function',
    naive: 'waits-for-ever',
    fails: /timed out/,
    async check({ events, handles, invoke, mail }) {
      // A slow machine takes its time for the first message.
      await handles(events.email('SignUp'))
      mail.behave('hang')
      const ended = await invoke(events.email('SignUp'), { remainingMs: 3000 })
      assert.notEqual(ended, 'timed out', 'timed out')
      assert.notEqual((ended as { error?: string }).error, undefined)
      assert.equal(mail.seen.length, 2)
    },
  },
  {
    name: 'a retry of Lambda’s after a message that was sent sends no second one',
    naive: 'sends-again',
    fails: /2 messages/,
    async check({ events, invoke, handles, sent }) {
      const event = events.email('SignUp')
      for (const requestId of ['first', 'first'])
        assert.deepEqual(await invoke(event, { requestId }), { error: undefined })
      assert.equal(sent().length, 1, `${sent().length} messages`)
      await handles(events.email('SignUp'))
      assert.equal(sent().length, 2)
    },
  },
  {
    name: 'an event without a code is handled: a takeover notification has none',
    naive: 'needs-a-code',
    fails: /the handler failed/,
    async check({ events, handles, sent }) {
      await handles(events.email('AccountTakeOverNotification'))
      assert.deepEqual(
        sent().map(({ to }) => to),
        [email],
      )
    },
  },
  {
    name: 'a temporary password is escaped once in HTML, not a second time on top of Cognito’s escaping',
    naive: 'escapes-twice',
    fails: /the HTML shows another password/,
    check: showsPassword,
  },
  {
    name: 'a password with $& stands in the message as it is',
    naive: 'replaces-placeholders',
    fails: /a pattern of String.replace/,
    async check({ events, handles, sent }) {
      const dollars = 'Aa1$&b$`c$$d'
      await handles(events.email('AdminCreateUser', { secret: dollars }))
      const { text } = sent()[0]!
      assert.ok(
        text.includes('Aa1') && !text.includes('{password}'),
        `a pattern of String.replace was expanded: ${text}`,
      )
      assert.ok(text.includes(dollars), 'the text has another password')
    },
  },
  {
    name: 'a name is no HTML: who signs up cannot write the mail that goes out',
    naive: 'trusts-names',
    fails: /HTML of the person/,
    environment: { WORDS: 'name' },
    async check({ events, handles, sent }) {
      const greet = async (name: string) => {
        await handles(events.email('SignUp', { attributes: { name } }))
        return sent().at(-1)!
      }
      assert.match(shown((await greet('Ada & Bob')).html!), /^\s*Hello Ada & Bob,/)
      const { html = '', text } = await greet('<a href="https://evil.example/win">Claim "it</a><img src=x>')
      assert.match(html, /481526/)
      assert.doesNotMatch(html, /<a href="https:\/\/evil|<img src=x/, 'HTML of the person who signs up')
      assert.doesNotMatch(html + text, /evil\.example/, 'a link of the person who signs up')
    },
  },
  {
    name: 'a refusal by the service is no success',
    naive: 'ignores-status',
    fails: /returned/,
    async check({ events, invoke, mail }) {
      for (const status of [401, 403, 429, 500, 503]) {
        mail.behave({ status, body: { message: 'no' } })
        const ended = (await invoke(events.email('SignUp'))) as { error?: string }
        assert.notEqual(ended.error, undefined, `returned after ${status}`)
      }
    },
  },
  {
    name: 'what is put into a link is encoded for it',
    naive: 'glues-links',
    fails: /user/,
    environment: { WORDS: 'link' },
    async check({ events, handles, sent }) {
      const userName = 'jane+x@acme.dev&code=000000#"top'
      await handles(events.email('SignUp', { userName, secret: '731942' }))
      const { html = '' } = sent()[0]!
      const [, href = ''] = /href="([^"]*confirm[^"]*)"/.exec(html) ?? []
      const { searchParams } = new URL(href.replaceAll('&amp;', '&'))
      assert.deepEqual(
        [...searchParams],
        [
          ['user', userName],
          ['code', '731942'],
        ],
      )
    },
  },
  {
    name: 'clientMetadata may be null, and is where the caller gave none',
    naive: 'reads-metadata',
    fails: /the handler failed/,
    async check({ events, handles, sent }) {
      const event = events.email('ResendCode')
      assert.equal(event.request.clientMetadata, null)
      await handles(event)
      assert.equal(sent().length, 1)
    },
  },
  {
    name: 'nothing of one invocation reaches the next: nobody gets the code of the user before',
    naive: 'keeps-the-code',
    fails: /Bob got Ada’s code/,
    async check({ events, handles, invoke, sent }) {
      await handles(events.email('SignUp', { secret: '111222', attributes: { email: 'ada@mail.acme.dev' } }))
      await invoke(events.email('ForgotPassword', { secret: null, attributes: { email: 'bob@mail.acme.dev' } }))
      const [first, ...others] = sent()
      assert.deepEqual([first!.to, /111222/.test(first!.text)], ['ada@mail.acme.dev', true])
      for (const { text, html } of others) assert.doesNotMatch(`${text} ${html}`, /111222/, 'Bob got Ada’s code')
      await handles(events.email('SignUp', { secret: '333444', attributes: { email: 'bob@mail.acme.dev' } }))
      assert.match(sent().at(-1)!.text, /333444/)
    },
  },
]
