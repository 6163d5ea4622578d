import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { twilioVoice } from '../../src/index.ts'
import { signTwilio } from '../../src/providers/twilio-account.ts'
import { contextOf, messageOf, noon, providerContract } from './contract.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const accountSid = `AC${'0a'.repeat(16)}`
const authToken = 'token-of-the-account'
const given = { accountSid, authToken, from: '+15551234567' }
const spoken = { text: 'Acme: your code is 4, 9, 3, 8, 1, 7.' }
const created = { status: 201, body: { sid: 'CA1', status: 'queued' } }
const refused = (code: number, status = 400) => ({ status, body: { code, message: `${to}: ${spoken.text}`, status } })

providerContract('Twilio’s calls', {
  provider: (baseUrl) => twilioVoice({ ...given, baseUrl }),
  to,
  body: spoken,
  wire: {
    method: 'POST',
    path: `/2010-04-01/Accounts/${accountSid}/Calls.json`,
    headers: { authorization: /^Basic / },
    form: {
      To: to,
      From: '+15551234567',
      Twiml: `<Response><Say language="en-US" loop="2">${spoken.text}</Say></Response>`,
    },
  },
  accepted: { answer: created, outcome: { status: 'accepted', id: 'CA1' } },
  answers: {
    'a number that cannot be reached': {
      answer: refused(21214),
      outcome: { status: 'drop', reason: 'HTTP 400 21214', http: 400 },
    },
    'a country that is not allowed': {
      answer: refused(21215),
      outcome: { status: 'drop', reason: 'HTTP 400 21215', http: 400, account: true },
    },
    'a caller that is not the account’s': {
      answer: refused(21210),
      outcome: { status: 'drop', reason: 'HTTP 400 21210', http: 400, account: true },
    },
  },
  bodyDecides: true,
  secrets: [authToken],
})

describe('Twilio’s calls', () => {
  test('speak the language of the message, and say its words as they are', async (t) => {
    const service = await openFakeService(t)
    service.behave(created)
    async function twiml(locale: string, options: object = {}, text = spoken.text) {
      const provider = twilioVoice({ ...given, baseUrl: service.url, ...options })
      await provider.send(to, { text }, messageOf({ to, locale }), contextOf())
      return new URLSearchParams(service.only().body).get('Twiml')
    }
    assert.match((await twiml('de'))!, / language="de-DE"/)
    assert.match((await twiml('pt-BR'))!, / language="pt-BR"/)
    assert.match((await twiml('zh-Hant'))!, / language="en-US"/)
    assert.equal(
      await twiml('de', { voice: 'Polly.Vicki', loop: 1, language: () => 'de-AT' }, 'A & B <c/> "d"'),
      '<Response><Say language="de-AT" voice="Polly.Vicki" loop="1">A &amp; B &lt;c/&gt; &quot;d&quot;</Say></Response>',
    )
  })

  test('report whether somebody answered', async () => {
    const url = 'https://acme.dev/calls'
    const provider = twilioVoice({ ...given, statusCallback: url, now: () => noon })
    const told = async (CallStatus: string) => {
      const form = new URLSearchParams({ CallSid: 'CA1', CallStatus })
      const headers = { 'X-Twilio-Signature': signTwilio(authToken, url, form) }
      return (await provider.webhook!({ headers, body: form.toString() })).map(({ id, type }) => `${id} ${type}`)
    }
    assert.deepEqual(await told('completed'), ['CA1 delivered'])
    assert.deepEqual(await told('busy'), ['CA1 bounced'])
    assert.deepEqual(await told('no-answer'), ['CA1 bounced'])
    assert.deepEqual(await told('failed'), ['CA1 failed'])
    assert.deepEqual(await told('in-progress'), [])
  })
})
