import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { infobip, type Outcome } from '../../src/index.ts'
import { contextOf, messageOf, noon, providerContract, sms } from './contract.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const apiKey = 'key-of-the-account'
const answer = (groupName: string, name: string, messageCount = 1) => ({
  status: 200,
  body: {
    bulkId: 'b-1',
    messages: [
      {
        messageId: 'ib-1',
        status: { groupId: 1, groupName, id: 26, name, description: `Message to ${to}` },
        destination: '4915112345678',
        details: { messageCount },
      },
    ],
  },
})
const rejected = (name: string, outcome: object) => ({
  answer: answer('REJECTED', name),
  outcome: { reason: `HTTP 200 ${name}`, http: 200, ...outcome } as Outcome,
})

providerContract('Infobip', {
  provider: (baseUrl) => infobip({ baseUrl, apiKey, from: 'AURORA' }),
  to,
  body: sms,
  message: messageOf({ to, expiresAt: new Date(noon + 180_000) }),
  wire: {
    method: 'POST',
    path: '/sms/3/messages',
    headers: { authorization: `App ${apiKey}` },
    json: {
      messages: [
        {
          sender: 'AURORA',
          destinations: [{ to: '4915112345678' }],
          content: { text: sms.text },
          options: { validityPeriod: { amount: 180, timeUnit: 'SECONDS' } },
        },
      ],
    },
  },
  accepted: {
    answer: answer('PENDING', 'PENDING_ACCEPTED'),
    outcome: { status: 'accepted', id: 'ib-1', parts: 1 },
  },
  answers: {
    'a long message': {
      answer: answer('PENDING', 'PENDING_ACCEPTED', 3),
      outcome: { status: 'accepted', id: 'ib-1', parts: 3 },
    },
    'a number that is rejected': rejected('REJECTED_DESTINATION', { status: 'drop' }),
    'a number without a prefix': rejected('REJECTED_PREFIX_MISSING', { status: 'drop' }),
    'a rejection of a new name': rejected('REJECTED_FOR_A_NEW_REASON', { status: 'drop' }),
    'an account without credit': rejected('REJECTED_NOT_ENOUGH_CREDITS', { status: 'drop', account: true }),
    'a sender that is rejected': rejected('REJECTED_SENDER', { status: 'drop', account: true }),
    'a flood': rejected('REJECTED_FLOODING_FILTER', { status: 'retry' }),
    'a system error': rejected('REJECTED_SYSTEM_ERROR', { status: 'retry' }),
    'a message that cannot be delivered': {
      answer: answer('UNDELIVERABLE', 'UNDELIVERABLE_REJECTED_OPERATOR'),
      outcome: { status: 'drop', reason: 'HTTP 200 UNDELIVERABLE_REJECTED_OPERATOR', http: 200 },
    },
    'a wrong key': {
      answer: {
        status: 401,
        body: { requestError: { serviceException: { messageId: 'UNAUTHORIZED', text: 'Invalid login details' } } },
      },
      outcome: { status: 'drop', reason: 'HTTP 401 UNAUTHORIZED', http: 401, account: true },
    },
    'a sender that breaks the form': {
      answer: {
        status: 400,
        body: { errorCode: 'E400', violations: [{ property: 'messages[0].sender', violation: 'size' }] },
      },
      outcome: { status: 'drop', reason: 'HTTP 400 E400', http: 400, account: true },
    },
    'a number that breaks the form': {
      answer: {
        status: 400,
        body: { errorCode: 'E400', violations: [{ property: 'messages[0].destinations[0].to', violation: to }] },
      },
      outcome: { status: 'drop', reason: 'HTTP 400 E400', http: 400 },
    },
  },
  bodyDecides: true,
  secrets: [apiKey],
})

describe('Infobip', () => {
  test('carries India’s registration', async (t) => {
    const service = await openFakeService(t)
    service.behave(answer('PENDING', 'PENDING_ACCEPTED'))
    const provider = infobip({ baseUrl: service.url, apiKey, from: 'AURORA', entityId: '1234', templateId: '5678' })
    await provider.send(to, sms, messageOf({ to }), contextOf())
    assert.deepEqual(JSON.parse(service.only().body).messages[0].options, {
      regional: { indiaDlt: { contentTemplateId: '5678', principalEntityId: '1234' } },
    })
  })

  test('checks the key', async (t) => {
    const service = await openFakeService(t)
    const provider = infobip({ baseUrl: service.url, apiKey, from: 'AURORA' })
    assert.deepEqual(await provider.check!(contextOf()), { ok: true })
    const { method, path } = service.only()
    assert.deepEqual([method, path], ['GET', '/account/1/balance'])
    service.behave({ status: 403 })
    assert.deepEqual(await provider.check!(contextOf()), { ok: false, detail: 'HTTP 403' })
  })
})
