import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GatewayOptions } from '@herald/gateway'
import { admin, foreign, inbox, keys, open, startBefore as start } from './boundary-requests.ts'
import { jsonCall, listUserPools, type Request, signedFor } from './gateway-under-test.ts'

const sts = 'Action=GetCallerIdentity&Version=2011-06-15'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

test('off loopback everything administrative needs the token', async (t) => {
  const lookupCaller = (accessKeyId: string) =>
    accessKeyId === 'ASIAFUNCTION' ? { caller: { kind: 'anonymous' as const, arn: 'x' } } : undefined
  const { send } = await start(t, {
    loopback: false,
    token: 'tok-1',
    lookupCaller: lookupCaller as GatewayOptions['lookupCaller'],
  })
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })
  const expected: [string, Request, number][] = [
    ['an administrator without it', admin(), 400],
    ['as a header', admin({ 'x-herald-token': 'tok-1' }), 200],
    ['as the session token', admin({ 'x-amz-security-token': 'tok-1' }), 200],
    [
      'as the access key, which is no secret',
      jsonCall(listUserPools, { MaxResults: 1 }, signedFor('cognito-idp', 'tok-1')),
      400,
    ],
    ['a wrong one', admin({ 'x-herald-token': 'tok-2' }), 400],
    ['an empty one', admin({ 'x-herald-token': '' }), 400],
    ['an app without it', open(), 200],
    ['keys without it', keys(), 200],
    ['the inbox without it', inbox(), 401],
    ['the inbox as bearer', inbox({ authorization: 'Bearer tok-1' }), 200],
    ['the inbox as password', inbox(basic('me:tok-1')), 200],
    ['the inbox with a wrong password', inbox(basic('tok-1:x')), 401],
    ['an IP address as host', open({ host: '192.168.0.7:4566' }), 200],
    ['a foreign name as host', open({ host: 'evil.example' }), 421],
    ['a foreign page with it', inbox({ ...foreign, authorization: 'Bearer tok-1' }), 403],
  ]
  for (const [name, request, status] of expected) {
    const answer = await send(request)
    assert.equal(answer.status, status, `${name}: ${answer.text}`)
    if (status === 401) assert.equal(answer.headers['www-authenticate'], 'Basic realm="Herald"')
  }
})

test('off loopback without a token nothing administrative is allowed at all', async (t) => {
  const { send } = await start(t, { loopback: false })
  assert.equal((await send(admin({ 'x-herald-token': '' }))).status, 400)
  assert.equal((await send(admin({ 'x-herald-token': 'undefined' }))).status, 400)
  assert.equal((await send(open())).status, 200)
})

test('credentials that Herald issued need no token, and fail by AWS’s names', async (t) => {
  const refusals = { ASIAOLD: 'ExpiredTokenException', ASIAWRONG: 'UnrecognizedClientException' } as const
  const { send } = await start(t, {
    loopback: false,
    token: 'tok-1',
    lookupCaller: (key) => {
      if (key === 'ASIAFUNCTION') return { caller: { kind: 'service', service: 'lambda.amazonaws.com' } }
      return key in refusals ? { refusal: refusals[key as 'ASIAOLD'], message: 'No.' } : undefined
    },
  })
  const as = (key: string) => send(jsonCall(listUserPools, { MaxResults: 1 }, signedFor('cognito-idp', key)))
  assert.equal((await as('ASIAFUNCTION')).status, 200)
  for (const [key, code] of Object.entries(refusals)) {
    const answer = await as(key)
    assert.deepEqual([answer.status, answer.json], [400, { __type: code, message: 'No.' }])
  }
  const inXml = await send({ headers: { ...form, ...signedFor('sts', 'ASIAOLD') }, body: sts })
  assert.match(inXml.text, /<Code>ExpiredToken<\/Code>/)
  assert.equal((await send(open(signedFor('cognito-idp', 'ASIAOLD')))).status, 200)
})
