import assert from 'node:assert/strict'
import { test } from 'node:test'
import { metaChallenge } from '@herald/sender/providers/meta-challenge'

const verifyToken = 'token-of-acme'
const asked = (changes: Record<string, string | undefined> = {}) => ({
  'hub.mode': 'subscribe',
  'hub.challenge': '1158201444',
  'hub.verify_token': verifyToken,
  ...changes,
})

test('Meta’s question about a webhook’s URL is answered with its challenge', async () => {
  assert.equal(await metaChallenge(asked(), verifyToken), '1158201444')
  const { searchParams } = new URL(
    'https://acme.dev/hooks?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=token-of-acme',
  )
  assert.equal(await metaChallenge(searchParams, verifyToken), '1158201444')
})

test('nobody else’s question is answered', async () => {
  for (const changes of [
    { 'hub.verify_token': 'another-token' },
    { 'hub.verify_token': 'token-of-acm' },
    { 'hub.verify_token': '' },
    { 'hub.verify_token': undefined },
    { 'hub.mode': 'unsubscribe' },
    { 'hub.mode': undefined },
    { 'hub.challenge': undefined },
    { 'hub.challenge': '' },
    { 'hub.challenge': '<script>alert(1)</script>' },
  ]) {
    assert.equal(await metaChallenge(asked(changes), verifyToken), undefined, JSON.stringify(changes))
  }
  assert.equal(await metaChallenge(new URLSearchParams(), verifyToken), undefined)
  assert.equal(await metaChallenge({}, verifyToken), undefined)
})

test('a token that is empty is an error, and does not let everybody in', async () => {
  await assert.rejects(metaChallenge(asked({ 'hub.verify_token': '' }), ''), /verifyToken is empty/)
})
