import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmUrl, linkOf, Secret } from '@herald/sender'
import { messageOf } from '../templates/messages.ts'

test('every value of a link comes back as it went in', () => {
  const user = `a&b=c d+e#f/%41?"'<>()!*😀é\uD800`
  const url = confirmUrl('https://app.example.com/confirm?keep=1#top', {
    action: 'confirm',
    user,
    code: '0+1/2=',
    clientId: 'web',
  })
  assert.match(
    url,
    /^https:\/\/app\.example\.com\/confirm\?keep=1&action=confirm&user=[\w%.~-]+&code=0%2B1%2F2%3D&client=web$/,
  )
  const { searchParams, hash } = new URL(url)
  assert.equal(searchParams.get('user'), user.toWellFormed())
  assert.equal(searchParams.get('code'), '0+1/2=')
  assert.equal(hash, '')
})

test('a link is of https, and names no code where it cannot be made', () => {
  const parts = { action: 'confirm', user: 'ann', code: '481526' } as const
  for (const base of ['http://app.example.com', 'javascript:alert(1)', '/confirm', 'ftp://x']) {
    assert.throws(
      () => confirmUrl(base, parts),
      (error: Error) => error instanceof TypeError && !/481526/.test(error.message),
    )
  }
  assert.match(confirmUrl('http://localhost:3000/c', parts), /^http:\/\/localhost:3000\/c\?action/)
})

test('a message has a link where a link can do what its code does', () => {
  const action = (source: Parameters<typeof messageOf>[0]) => linkOf(messageOf(source))?.action
  assert.equal(action('SignUp'), 'confirm')
  assert.equal(action('ResendCode'), 'confirm')
  assert.equal(action('ForgotPassword'), 'reset')
  assert.equal(action('UpdateUserAttribute'), 'verify')
  for (const source of ['Authentication', 'AdminCreateUser', 'AccountTakeOverNotification'] as const) {
    assert.equal(action(source), undefined)
  }
  const sms = linkOf(messageOf('VerifyUserAttribute', { kind: 'sms', secret: new Secret('1') }))
  assert.equal(sms?.attribute, 'phone_number')
})
