import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { vonage } from '../../src/index.ts'
import { signVonage, type VonageSignatureMethod } from '../../src/providers/vonage-reports.ts'
import { noon } from './contract.ts'

const signatureSecret = 'secret-of-the-signatures'
const options = { apiKey: 'a1b2c3d4', apiSecret: 'secret', from: 'AURORA', signatureSecret, now: () => noon }
const provider = vonage(options)
const receipt = {
  'err-code': '0',
  'message-timestamp': '2026-03-01 11:59:58',
  messageId: '0B00000127FDBC63',
  msisdn: '4915112345678',
  'network-code': '26201',
  price: '0.03330000',
  scts: '2603011159',
  status: 'delivered',
  to: 'A=B & C',
  timestamp: String(noon / 1000),
  nonce: 'e4a0b3c9',
}
type Receipt = Partial<typeof receipt>

/** As Vonage's documentation says, step by step: sorted, `&` and `=` in values replaced, each as `&name=value`. */
function signed(changes: Receipt = {}, secret = signatureSecret, method = 'sha256'): Record<string, string> {
  const given: Record<string, string> = { ...receipt, ...changes }
  let text = ''
  for (const name of Object.keys(given).sort())
    text += `&${name}=${given[name]!.replaceAll('&', '_').replaceAll('=', '_')}`
  const hash = method === 'md5hash' ? createHash('md5').update(text + secret) : createHmac(method, secret).update(text)
  return { ...given, sig: hash.digest('hex') }
}

const byGet = (parameters: Record<string, string>) => ({
  headers: {},
  body: '',
  url: `https://acme.dev/vonage?${new URLSearchParams(parameters)}`,
})
const event = { id: '0B00000127FDBC63', type: 'delivered', at: new Date('2026-03-01T11:59:58Z') }

describe('a report of Vonage’s SMS API', () => {
  test('is read as GET, as form and as JSON', async () => {
    const parameters = signed()
    const headers = {}
    for (const request of [
      byGet(parameters),
      { headers, body: new URLSearchParams(parameters).toString() },
      { headers, body: JSON.stringify(parameters), url: 'https://acme.dev/vonage' },
    ]) {
      assert.deepEqual(await provider.webhook!(request), [event])
    }
  })

  for (const [status, type] of Object.entries({
    accepted: 'sent',
    expired: 'bounced',
    failed: 'failed',
    rejected: 'failed',
  })) {
    test(`${status} becomes ${type}, with its code`, async () => {
      const told = await provider.webhook!(byGet(signed({ status, 'err-code': '6' })))
      assert.deepEqual(told, [{ ...event, type, detail: '6' }])
    })
  }

  test('that is no news tells nothing', async () => {
    for (const status of ['buffered', 'unknown']) {
      assert.deepEqual(await provider.webhook!(byGet(signed({ status }))), [])
    }
  })

  test('may be signed in any way that an account can be set to, and in that way only', async () => {
    const methods: VonageSignatureMethod[] = ['md5hash', 'md5', 'sha1', 'sha256', 'sha512']
    for (const method of methods) {
      const other = vonage({ ...options, signatureMethod: method })
      assert.deepEqual(await other.webhook!(byGet(signed({}, signatureSecret, method))), [event])
      const upper = signed({}, signatureSecret, method)
      assert.deepEqual(await other.webhook!(byGet({ ...upper, sig: upper.sig!.toUpperCase() })), [event])
      const wrong = methods.find((one) => one !== method)!
      await assert.rejects(other.webhook!(byGet(signed({}, signatureSecret, wrong))), /signature is wrong/)
    }
    // An example of Vonage's own client libraries.
    const parameters = { a: '1', b: '2', timestamp: '1461605396' }
    assert.equal(signVonage(parameters, 'secret', 'md5hash'), '6af838ef94998832dbfc29020b564830')
  })

  test('is refused when it is forged, changed, unsigned or old', async () => {
    const { sig: _, ...unsigned } = signed()
    for (const parameters of [
      signed({}, 'another'),
      { ...signed(), status: 'failed' },
      { ...signed(), sig: '' },
      { ...signed(), more: '1' },
      unsigned,
      {},
    ]) {
      await assert.rejects(provider.webhook!(byGet(parameters)), /signature is wrong/)
    }
    await assert.rejects(provider.webhook!({ headers: {}, body: '' }), /signature is wrong/)
    const at = (apart: number) => provider.webhook!(byGet(signed({ timestamp: String(noon / 1000 + apart) })))
    await at(-300)
    await assert.rejects(at(-301), /timestamp/)
    await assert.rejects(at(301), /timestamp/)
  })
})
