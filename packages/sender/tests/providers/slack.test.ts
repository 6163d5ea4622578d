import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { slack } from '../../src/providers/slack.ts'
import { code, contextOf, messageOf, providerContract } from './contract.ts'
import { startFakeService } from './fake-service.ts'

const token = 'xoxb-token-of-the-bot'
const to = 'U024BE7LH'
const body = { subject: 'Sign-up', text: `Your code is ${code} <@everyone> & more` }
const escaped = `Sign-up\nYour code is ${code} &lt;@everyone&gt; &amp; more`
const refused = (error: string) => ({ answer: { status: 200, body: { ok: false, error } } })

providerContract('Slack by token', {
  provider: (baseUrl) => slack({ token, baseUrl }),
  to,
  body,
  wire: {
    method: 'POST',
    path: '/chat.postMessage',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    json: { channel: to, text: escaped, unfurl_links: false, unfurl_media: false },
  },
  accepted: {
    answer: { status: 200, body: { ok: true, channel: 'C1', ts: '1503435956.000247' } },
    outcome: { status: 'accepted', id: '1503435956.000247' },
  },
  answers: {
    'a 200 that tells of an unknown channel': {
      ...refused('channel_not_found'),
      outcome: { status: 'drop', reason: 'HTTP 200 channel_not_found', http: 200 },
    },
    'a 200 that tells of a revoked token': {
      ...refused('token_revoked'),
      outcome: { status: 'drop', reason: 'HTTP 200 token_revoked', http: 200, account: true },
    },
    'a 200 that tells of too many messages': {
      ...refused('ratelimited'),
      outcome: { status: 'retry', reason: 'HTTP 200 ratelimited', http: 200 },
    },
    'a 200 that tells of an error within Slack': {
      ...refused('internal_error'),
      outcome: { status: 'unknown', reason: 'HTTP 200 internal_error', http: 200 },
    },
    'a 200 with a page in it': {
      answer: { status: 200, body: '<html>' },
      outcome: { status: 'unknown', reason: 'HTTP 200 without a code', http: 200 },
    },
  },
  bodyDecides: true,
  secrets: [token],
})

providerContract('Slack by webhook', {
  provider: (base) => slack({ webhookUrl: `${base}/services/T0/B0/secret-of-the-webhook` }),
  to,
  body,
  wire: {
    method: 'POST',
    path: '/services/T0/B0/secret-of-the-webhook',
    headers: {},
    json: { text: escaped, unfurl_links: false, unfurl_media: false },
  },
  accepted: { answer: { status: 200, body: 'ok' }, outcome: { status: 'accepted' } },
  secrets: ['secret-of-the-webhook'],
})

describe('Slack', () => {
  test('posts everything to one channel where one is set', async () => {
    const service = await startFakeService()
    service.behave({ status: 200, body: { ok: true } })
    await slack({ token, channel: 'C1', baseUrl: service.url }).send(to, body, messageOf(), contextOf())
    await service.close()
    assert.equal(JSON.parse(service.only().body).channel, 'C1')
  })

  test('a webhook that is no URL is told when it is made, and not shown', () => {
    for (const webhookUrl of ['hooks.slack.com/services/secret', 'http://hooks.slack.com/services/secret']) {
      assert.throws(
        () => slack({ webhookUrl }),
        (error) => error instanceof TypeError && !error.message.includes('secret'),
      )
    }
  })

  test('its check asks whom the token is of', async () => {
    const service = await startFakeService()
    const check = () => slack({ token, baseUrl: service.url }).check!(contextOf())
    try {
      service.behave({ status: 200, body: { ok: true } })
      assert.deepEqual(await check(), { ok: true })
      assert.equal(service.only().path, '/auth.test')
      service.behave({ status: 200, body: { ok: false, error: 'invalid_auth' } })
      assert.deepEqual(await check(), { ok: false, detail: 'HTTP 200 invalid_auth' })
    } finally {
      await service.close()
    }
  })
})
