import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { infobip } from '../../src/index.ts'

const reportSecret = 'secret-for:infobip'
const given = { apiKey: 'key', baseUrl: 'https://xxxxx.api.infobip.com', from: 'AURORA' }
const provider = infobip({ ...given, reportSecret })
const basic = (password: string, user = 'infobip') => ({
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
})
const result = (messageId: string, groupName: string, error = 'NO_ERROR') => ({
  bulkId: 'b-1',
  messageId,
  to: '4915112345678',
  doneAt: '2026-03-01T13:00:00.000+0100',
  status: { groupId: 3, groupName, id: 5, name: `${groupName}_X`, description: 'to 4915112345678' },
  error: { groupId: 0, groupName: 'OK', id: 0, name: error, permanent: false },
})
const at = new Date('2026-03-01T12:00:00Z')

describe('Infobip’s report', () => {
  test('tells what became of messages', async () => {
    const results = [
      result('i-1', 'DELIVERED'),
      result('i-2', 'UNDELIVERABLE', 'EC_ABSENT_SUBSCRIBER'),
      result('i-3', 'EXPIRED'),
      result('i-4', 'REJECTED'),
      result('i-5', 'PENDING'),
    ]
    assert.deepEqual(await provider.webhook!({ headers: basic(reportSecret), body: JSON.stringify({ results }) }), [
      { id: 'i-1', type: 'delivered', at },
      { id: 'i-2', type: 'bounced', at, detail: 'EC_ABSENT_SUBSCRIBER' },
      { id: 'i-3', type: 'bounced', at },
      { id: 'i-4', type: 'failed', at },
    ])
  })

  const body = JSON.stringify({ results: [result('i-1', 'DELIVERED')] })

  test('bears the secret in its URL, where it is not in a header', async () => {
    const url = `https://acme.dev/reports?secret=${encodeURIComponent(reportSecret)}`
    assert.equal((await provider.webhook!({ headers: {}, body, url })).length, 1)
  })

  test('is refused without the secret', async () => {
    const refused = [
      { headers: {}, body },
      { headers: basic('another'), body },
      { headers: basic('', reportSecret), body },
      { headers: { Authorization: `Bearer ${reportSecret}` }, body },
      { headers: {}, body, url: 'https://acme.dev/reports' },
      { headers: {}, body, url: 'https://acme.dev/reports?secret=' },
      { headers: {}, body, url: 'https://acme.dev/reports?secret=another' },
    ]
    for (const request of refused) await assert.rejects(provider.webhook!(request), /secret is wrong/)
    await assert.rejects(infobip(given).webhook!({ headers: basic(''), body }), /reportSecret is not set/)
  })
})
