import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { GetUserAttributeVerificationCodeCommand } from '@aws-sdk/client-cognito-identity-provider'
import { confirmUrl, type LinkParts } from '@herald/sender'
import { start } from '../../../../tests/setting/herald.ts'
import { app, delivered, password } from '../../../../tests/setting/people.ts'
import { createPool } from '../../../../tests/setting/pool.ts'
import { pagePlace, submit } from './places.ts'

/** A pool that mails its codes, jane, who has signed up, and the page that serves the pool's links. */
async function place(t: TestContext) {
  const setting = await start(t)
  const pool = await createPool(setting)
  const client = app(setting, pool)
  const options = { region: 'us-east-1', endpoint: setting.url, clients: { [pool.clientId]: {} } }
  const page = await pagePlace({ ...options, accessToken: (request) => request.headers.get('x-token') ?? undefined })
  t.after(() => page.close())
  await client.signUp('jane', { email: 'jane@example.com' })
  const { code } = await delivered(setting, { source: 'SignUp', userName: 'jane' })
  const link = (parts: Partial<LinkParts>) =>
    confirmUrl(`${page.url}/go`, { action: 'confirm', user: 'jane', code, clientId: pool.clientId, ...parts })
  return { setting, client, link }
}

/** What a mail scanner does with a link, before the person sees it. */
async function scan(link: string): Promise<string> {
  await fetch(link, { method: 'HEAD' })
  await fetch(link)
  return (await fetch(link)).text()
}

test('after a scanner has been there, a link still confirms, resets and verifies at a pool', async (t) => {
  const { setting, client, link } = await place(t)
  const confirm = link({})
  const form = await scan(confirm)
  assert.equal((await client.look('jane')).status, 'UNCONFIRMED')
  assert.equal((await submit(confirm, form)).status, 200)
  assert.equal((await client.look('jane')).status, 'CONFIRMED')
  assert.equal((await submit(confirm, form)).status, 200)

  await client.forgot('jane')
  const forgotten = await delivered(setting, { source: 'ForgotPassword', userName: 'jane' })
  const reset = link({ action: 'reset', code: forgotten.code })
  const asked = await scan(reset)
  assert.equal((await submit(reset, asked, { password: 'weak' })).status, 422)
  await client.signIn('jane')
  assert.equal((await submit(reset, asked, { password: `${password}<&"` })).status, 200)
  await assert.rejects(client.signIn('jane'), { name: 'NotAuthorizedException' })
  const signedIn = await client.signIn('jane', `${password}<&"`)
  assert.equal((await submit(reset, asked, { password: `${password}2` })).status, 410)

  const token = signedIn.AuthenticationResult!.AccessToken!
  await setting.cognito.send(
    new GetUserAttributeVerificationCodeCommand({ AccessToken: token, AttributeName: 'email' }),
  )
  const sent = await delivered(setting, { source: 'VerifyUserAttribute', userName: 'jane' })
  const verify = link({ action: 'verify', attribute: 'email', code: sent.code })
  const shown = await scan(verify)
  assert.equal((await submit(verify, shown, {}, { 'x-token': token })).status, 200)
  assert.equal((await submit(verify, shown, {}, { 'x-token': token })).status, 410)
})
