import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brevo } from '../../src/providers/brevo.ts'
import { contextOf, mail, providerContract } from './contract.ts'
import { startFakeService } from './fake-service.ts'

const apiKey = 'xkeysib-key-of-the-account'
const to = 'jane@example.com'

providerContract('Brevo', {
  provider: (baseUrl) => brevo({ apiKey, from: 'Acme <no-reply@acme.dev>', replyTo: 'help@acme.dev', baseUrl }),
  to,
  body: mail,
  wire: {
    method: 'POST',
    path: '/v3/smtp/email',
    headers: { 'api-key': apiKey },
    json: {
      sender: { email: 'no-reply@acme.dev', name: 'Acme' },
      to: [{ email: to }],
      replyTo: { email: 'help@acme.dev' },
      subject: mail.subject,
      textContent: mail.text,
      htmlContent: mail.html,
    },
  },
  accepted: {
    answer: { status: 201, body: { messageId: '<2026@smtp-relay.mailin.fr>' } },
    outcome: { status: 'accepted', id: '<2026@smtp-relay.mailin.fr>' },
  },
  answers: {
    'an account without credit': {
      answer: { status: 400, body: { code: 'not_enough_credits', message: 'no' } },
      outcome: { status: 'drop', reason: 'HTTP 400 not_enough_credits', http: 400, account: true },
    },
    'a recipient that is none': {
      answer: { status: 400, body: { code: 'invalid_parameter', message: `${to} is not valid` } },
      outcome: { status: 'drop', reason: 'HTTP 400 invalid_parameter', http: 400 },
    },
  },
  secrets: [apiKey],
})

test("Brevo's check asks for the account", async () => {
  const service = await startFakeService()
  try {
    const provider = brevo({ apiKey, from: 'no-reply@acme.dev', baseUrl: service.url })
    assert.deepEqual(await provider.check!(contextOf()), { ok: true })
    const { method, path, headers } = service.only()
    assert.deepEqual([method, path, headers['api-key']], ['GET', '/v3/account', apiKey])
  } finally {
    await service.close()
  }
})
