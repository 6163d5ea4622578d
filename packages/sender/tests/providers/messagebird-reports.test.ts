import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { messagebird } from '../../src/index.ts'
import { noon } from './contract.ts'

const signingKey = 'PlLrKaqvZNRR5zAjm42ZT6q1SQxgbbGd'
const given = { accessKey: 'live_key', from: 'AURORA' }
const provider = messagebird({ ...given, signingKey, now: () => noon })
const urlOf = (changes: Record<string, string> = {}) =>
  `https://acme.dev/mb?${new URLSearchParams({
    id: 'mb-1',
    recipient: '4915112345678',
    reference: 'r',
    status: 'delivered',
    statusDatetime: '2026-03-01T11:59:58+00:00',
    ...changes,
  })}`
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** As MessageBird's client libraries check it. */
function signed(url: string, { key = signingKey, claims = {}, alg = 'HS256', hash = 'sha256' } = {}) {
  const part = (members: object) => Buffer.from(JSON.stringify(members)).toString('base64url')
  const at = noon / 1000
  const usual = { iss: 'MessageBird', nbf: at, exp: at + 60, jti: 'j-1', url_hash: sha256(url) }
  const text = `${part({ alg, typ: 'JWT' })}.${part({ ...usual, ...claims })}`
  return { 'MessageBird-Signature-JWT': `${text}.${createHmac(hash, key).update(text).digest('base64url')}` }
}

describe('MessageBird’s report', () => {
  const at = new Date('2026-03-01T11:59:58Z')

  for (const [status, type] of Object.entries({
    sent: 'sent',
    delivered: 'delivered',
    delivery_failed: 'bounced',
    expired: 'bounced',
  })) {
    test(`${status} becomes ${type}`, async () => {
      const url = urlOf({ status })
      assert.deepEqual(await provider.webhook!({ headers: signed(url), body: '', url }), [{ id: 'mb-1', type, at }])
    })
  }

  test('names the code of a failure, and tells nothing of what is no news', async () => {
    const url = urlOf({ status: 'delivery_failed', statusErrorCode: '27' })
    const [failed] = await provider.webhook!({ headers: signed(url), body: '', url })
    assert.equal(failed?.detail, '27')
    const waiting = urlOf({ status: 'buffered' })
    assert.deepEqual(await provider.webhook!({ headers: signed(waiting), body: '', url: waiting }), [])
  })

  test('may be signed by each of the three HMACs', async () => {
    const url = urlOf()
    for (const [alg, hash] of [
      ['HS256', 'sha256'],
      ['HS384', 'sha384'],
      ['HS512', 'sha512'],
    ] as const) {
      assert.equal((await provider.webhook!({ headers: signed(url, { alg, hash }), body: '', url })).length, 1)
    }
  })

  test('agrees with MessageBird’s own reference data', async () => {
    const key = '36efdd1aace2e26cd490f0d951138253bef2f7c6d34d18981da781555cc4cebb'
    const token = [
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
      'eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI5M2U1NTAwNi1hMGU4LTQ1MjYtYTE5MC1mYTVmZjAwZWExMTYiLCJ1cmxfaGFzaCI6IjQxZjA1ZjBkZGQwYTIyYWIyMDlhYzQ2ZjQ3YzQ1NzJkOWNlZmEyNTdlZDc0YjI0MDA0YmFlNzUzZWNlNmMyNjAiLCJwYXlsb2FkX2hhc2giOiJkZmZkNjAyMWJiMmJkNWIwYWY2NzYyOTA4MDllYzNhNTMxOTFkZDgxYzdmNzBhNGIyODY4OGEzNjIxODI5ODZmIn0',
      '_H--TOuYFLpeEH39-rg5E3IHVkjHozBcaKVWPRC5m9I',
    ].join('.')
    const theirs = messagebird({ ...given, signingKey: key, now: () => Date.parse('2021-07-05T12:00:00+02:00') })
    const request = {
      headers: { 'messagebird-signature-jwt': token },
      body: 'Hello, World!',
      url: 'https://example.com/path?bar=1&foo=2',
    }
    assert.deepEqual(await theirs.webhook!(request), [])
    await assert.rejects(theirs.webhook!({ ...request, body: 'Hello, World?' }), /body was changed/)
    await assert.rejects(theirs.webhook!({ ...request, body: '' }), /body was changed/)
    await assert.rejects(theirs.webhook!({ ...request, url: 'https://example.com/path?foo=2&bar=1' }), /another URL/)
  })

  test('is refused when it is forged, changed, unsigned or for another', async () => {
    const url = urlOf()
    const refusals: [Record<string, string>, RegExp][] = [
      [signed(url, { key: 'another' }), /signature is wrong/],
      [{}, /signature is wrong/],
      [signed(url, { alg: 'none' }), /another kind/],
      [signed(url, { claims: { iss: 'Mallory' } }), /another issuer/],
      [signed(url, { claims: { url_hash: undefined } }), /another URL/],
      [signed(urlOf({ status: 'sent' })), /another URL/],
    ]
    for (const [headers, why] of refusals) await assert.rejects(provider.webhook!({ headers, body: '', url }), why)
    await assert.rejects(provider.webhook!({ headers: signed(url), body: 'more', url }), /body was changed/)
    await assert.rejects(provider.webhook!({ headers: signed(url), body: '' }), /needs the url/)
    await assert.rejects(messagebird(given).webhook!({ headers: signed(url), body: '', url }), /signingKey is not set/)
  })

  test('holds for a minute, and for clocks that are a little apart', async () => {
    const url = urlOf()
    const received = (apart: number, claims = {}) =>
      messagebird({ ...given, signingKey, now: () => noon + apart }).webhook!({
        headers: signed(url, { claims }),
        body: '',
        url,
      })
    await received(-5000)
    await received(65_000)
    await assert.rejects(received(-5001), /present/)
    await assert.rejects(received(65_001), /present/)
    for (const claims of [{ exp: undefined }, { nbf: undefined }]) await assert.rejects(received(0, claims), /present/)
  })
})
