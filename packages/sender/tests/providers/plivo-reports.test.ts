import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { plivo } from '../../src/index.ts'
import { noon } from './contract.ts'

const authToken = 'token-of-the-account'
const statusUrl = 'https://acme.dev/plivo'
const given = { authId: 'MAXXXXXXXXXXXXXXXXXX', authToken, from: 'AURORA', now: () => noon }
const provider = plivo({ ...given, statusUrl })
const nonce = '05429567804466091622'
const form = (changes: Record<string, string> = {}) =>
  new URLSearchParams({
    Status: 'delivered',
    To: '4915112345678',
    MessageUUID: 'pl-1',
    From: 'AURORA',
    ErrorCode: '000',
    ...changes,
  }).toString()
const signature = (text: string, token = authToken) => createHmac('sha256', token).update(text).digest('base64')

/** The form above as Plivo's client libraries put it together: sorted by name, without anything between. */
const inOrder = (status = 'delivered', code = '000') =>
  `ErrorCode${code}FromAURORAMessageUUIDpl-1Status${status}To4915112345678`
const sign = (text: string, name = 'X-Plivo-Signature-V3', token = authToken) => ({
  [name]: signature(`${text}.${nonce}`, token),
  'X-Plivo-Signature-V3-Nonce': nonce,
})

describe('Plivo’s report', () => {
  const told = { id: 'pl-1', at: new Date(noon) }

  for (const [status, type] of Object.entries({
    sent: 'sent',
    delivered: 'delivered',
    undelivered: 'bounced',
    failed: 'failed',
    rejected: 'failed',
  })) {
    test(`${status} becomes ${type}`, async () => {
      const code = type === 'failed' || type === 'bounced' ? '30' : '000'
      const body = form({ Status: status, ErrorCode: code })
      const headers = sign(`${statusUrl}?${inOrder(status, code)}`)
      const detail = code === '30' ? { detail: '30' } : {}
      assert.deepEqual(await provider.webhook!({ headers, body }), [{ ...told, type, ...detail }])
    })
  }

  test('that a message is queued is no news', async () => {
    const headers = sign(`${statusUrl}?${inOrder('queued')}`)
    assert.deepEqual(await provider.webhook!({ headers, body: form({ Status: 'queued' }) }), [])
  })

  test('may be signed by the main account, and beside other signatures', async () => {
    const main = sign(`${statusUrl}?${inOrder()}`, 'X-Plivo-Signature-MA-V3')
    const headers = { ...main, 'X-Plivo-Signature-V3': signature('something else') }
    assert.equal((await provider.webhook!({ headers, body: form() })).length, 1)
    const several = sign(`${statusUrl}?${inOrder()}`)
    several['X-Plivo-Signature-V3'] = `${signature('old')}, ${several['X-Plivo-Signature-V3']}`
    assert.equal((await provider.webhook!({ headers: several, body: form() })).length, 1)
  })

  test('may come to a URL with a query of its own', async () => {
    const other = plivo({ ...given, statusUrl: `${statusUrl}?stage=prod&a=1` })
    const headers = sign(`${statusUrl}?a=1&stage=prod.${inOrder()}`)
    assert.equal((await other.webhook!({ headers, body: form() })).length, 1)
  })

  test('is refused when it is forged, changed, unsigned or for another URL', async () => {
    const right = sign(`${statusUrl}?${inOrder()}`)
    const refused: [Record<string, string>, string][] = [
      [sign(`${statusUrl}?${inOrder()}`, 'X-Plivo-Signature-V3', 'another'), form()],
      [right, form({ Status: 'failed' })],
      [sign(`https://mallory.dev/plivo?${inOrder()}`), form()],
      [{ ...right, 'X-Plivo-Signature-V3-Nonce': '1' }, form()],
      [{ 'X-Plivo-Signature-V3': signature(`${statusUrl}?${inOrder()}.`) }, form()],
      [{ 'X-Plivo-Signature-V3-Nonce': nonce }, form()],
      // Version 2 signs no more than the URL.
      [{ 'X-Plivo-Signature-V2': signature(statusUrl + nonce), 'X-Plivo-Signature-V2-Nonce': nonce }, form()],
      [{}, ''],
    ]
    for (const [headers, body] of refused) {
      await assert.rejects(provider.webhook!({ headers, body }), /signature is wrong/)
    }
    await assert.rejects(plivo(given).webhook!({ headers: right, body: form() }), /statusUrl is not set/)
  })
})
