import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ConfirmOptions, confirmHandler, confirmLambda, confirmUrl } from '@herald/sender'
import { cognitoPlace, pagePlace, submit } from './places.ts'

const signingKey = 'k'.repeat(32)
const clients = { web: {}, shop: { secret: 'client-secret' } }
let cognito: Awaited<ReturnType<typeof cognitoPlace>>
let options: ConfirmOptions
let page: Awaited<ReturnType<typeof pagePlace>>
before(async () => {
  cognito = await cognitoPlace({ shop: 'client-secret' })
  options = { region: 'eu-west-1', endpoint: cognito.url, clients, redirects: ['https://app.example.com/welcome'] }
  page = await pagePlace(options)
})
after(() => {
  cognito.close()
  page.close()
})

const link = (changes: Partial<Parameters<typeof confirmUrl>[1]> = {}, base = page.url) =>
  confirmUrl(`${base}/confirm`, { action: 'confirm', user: 'ann', code: '111111', clientId: 'web', ...changes })

test('a scanner that opens every link twice, and follows what the page names, uses no code up', async () => {
  cognito.codes.add('111111').add('222222')
  const links = [link(), link({ action: 'reset', code: '222222' })]
  const before = cognito.calls.length
  for (const url of [...links, ...links]) {
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(url, { method, headers: { 'user-agent': 'LinkScanner/1.0' } })
      assert.equal(response.status, 200)
      const named = [...(await response.text()).matchAll(/(?:href|src|action)="([^"]*)"/g)].map(
        ([, address]) => address!,
      )
      for (const address of named) await fetch(new URL(address, url))
    }
  }
  assert.equal(cognito.calls.length, before)
  const confirmed = await submit(links[0]!, await (await fetch(links[0]!)).text())
  assert.equal(confirmed.status, 200)
  assert.match(await confirmed.text(), /Your account is confirmed\./)
  assert.deepEqual(cognito.calls.at(-1), {
    operation: 'ConfirmSignUp',
    input: { ClientId: 'web', Username: 'ann', ConfirmationCode: '111111' },
  })
})

test('a second click on a confirmed sign-up is told as done, and a used or wrong link as no longer valid', async () => {
  cognito.codes.add('333333')
  const url = link({ user: 'ben', code: '333333' })
  const form = await (await fetch(url)).text()
  assert.equal((await submit(url, form)).status, 200)
  assert.equal((await submit(url, form)).status, 200)
  const wrong = link({ user: 'eve', code: '000000' })
  const refused = await submit(wrong, await (await fetch(wrong)).text())
  assert.equal(refused.status, 410)
  assert.match(await refused.text(), /no longer valid/)
  const busy = link({ user: 'busy' })
  assert.equal((await submit(busy, await (await fetch(busy)).text())).status, 429)
})

test('a link to reset asks for the new password, again where it is refused, and says the client’s secret hash', async () => {
  cognito.codes.add('444444')
  const url = link({ action: 'reset', code: '444444', clientId: 'shop', user: 'zoë & "co"' })
  const form = await (await fetch(url)).text()
  assert.match(form, /<input id="password" name="password" type="password" autocomplete="new-password" required/)
  assert.equal((await submit(url, form)).status, 422)
  const weak = await submit(url, form, { password: 'short' })
  assert.equal(weak.status, 422)
  const again = await weak.text()
  assert.match(again, /role="alert">This password does not meet the rules/)
  assert.doesNotMatch(again, /short/)
  const done = await submit(url, again, { password: 'Corr3ct <&"horse' })
  assert.match(await done.text(), /Your password is changed\./)
  const { operation, input } = cognito.calls.at(-1)!
  assert.equal(operation, 'ConfirmForgotPassword')
  assert.equal(input.Username, 'zoë & "co"')
  assert.equal(input.Password, 'Corr3ct <&"horse')
})

test('an attribute is verified with the access token of the app’s session, or by the app', async () => {
  cognito.codes.add('555555').add('666666')
  const accessToken = (request: Request) => /session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  const place = await pagePlace({ ...options, accessToken, verifyAt: 'https://app.example.com/verify' })
  const url = link({ action: 'verify', attribute: 'email', code: '555555' }, place.url)
  const form = await (await fetch(url)).text()
  const handed = await submit(url, form)
  assert.equal(handed.status, 303)
  assert.equal(handed.headers.get('location'), 'https://app.example.com/verify#attribute=email&code=555555')
  const done = await submit(url, form, {}, { cookie: 'session=token1' })
  assert.match(await done.text(), /The change is confirmed\./)
  assert.deepEqual(cognito.calls.at(-1)!.input, { AccessToken: 'token1', AttributeName: 'email', Code: '555555' })
  place.close()
})

test('it leads on to allowed addresses only', async () => {
  const cases: [string, string | null][] = [
    ['https://app.example.com/welcome?x=1#y', 'https://app.example.com/welcome?x=1#y'],
    ['https://app.example.com/welcome/home', 'https://app.example.com/welcome/home'],
    ['https://app.example.com/welcomed', null],
    ['https://app.example.com/welcome/../admin', null],
    ['https://app.example.com/welcome/%2e%2e/admin', null],
    ['https://app.example.com/welcome/..%2fadmin', null],
    ['https://app.example.com/welcome/..%5Cadmin', null],
    ['https://app.example.com.evil.example/welcome', null],
    ['https://app.example.com@evil.example/welcome', null],
    ['https://u:p@app.example.com/welcome', null],
    ['http://app.example.com/welcome', null],
    ['//evil.example/welcome', null],
    ['/\\evil.example', null],
    ['javascript:alert(1)', null],
    ['https://app.example.com:444/welcome', null],
  ]
  for (const [index, [redirect, location]] of cases.entries()) {
    const code = `77${index}`
    cognito.codes.add(code)
    const url = link({ user: `user${index}`, code, redirect })
    const response = await submit(url, await (await fetch(url)).text())
    assert.equal(response.headers.get('location'), location, redirect)
    assert.equal(response.status, location === null ? 200 : 303)
  }
})

test('every answer keeps the code private, and the page runs and loads nothing', async () => {
  const responses = [
    await fetch(link()),
    await fetch(`${page.url}/?action=x`),
    await fetch(page.url, { method: 'PUT' }),
  ]
  for (const { headers } of responses) {
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.match(headers.get('x-robots-tag')!, /noindex/)
  }
  const policy = responses[0]!.headers.get('content-security-policy')!
  assert.match(
    policy,
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' https:\/\/app\.example\.com; base-uri 'none'; frame-ancestors 'none'$/,
  )
  assert.equal(responses[2]!.status, 405)
})

test('what a link carries is written as text', async () => {
  const evil = '"><script>alert(1)</script>'
  const url = link({ user: evil, code: evil.replace(' ', ''), locale: evil, redirect: evil })
  const body = await (await fetch(url)).text()
  assert.doesNotMatch(body, /<script/)
  assert.match(body, /value="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;"/)
})

test('a form on a stranger’s page, one too large, or a client that is not served does nothing', async () => {
  const url = link({ code: '888888' })
  const form = await (await fetch(url)).text()
  const calls = cognito.calls.length
  assert.equal((await submit(url, form, {}, { 'sec-fetch-site': 'cross-site' })).status, 502)
  assert.equal((await submit(url, form, { more: 'x'.repeat(20_000) })).status, 410)
  assert.equal((await fetch(link({ clientId: 'other' }))).status, 410)
  assert.equal((await fetch(link({ clientId: 'constructor' }))).status, 410)
  assert.equal((await fetch(`${page.url}/confirm?action=confirm&user=ann&client=web`)).status, 410)
  const large = new Blob([new URL(url).search.slice(1), '&more=', 'x'.repeat(20_000)])
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const streamed = new Request(url, { method: 'POST', headers, body: large.stream(), duplex: 'half' })
  assert.equal((await confirmHandler(options)(streamed)).status, 410)
  const json = await fetch(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  assert.equal(json.status, 410)
  assert.equal(cognito.calls.length, calls)
})

test('a sealed link cannot be changed, and ends when it says', async () => {
  let now = 1_000_000_000_000
  const sealed = confirmHandler({ ...options, signingKey, now: () => now })
  const parts = { action: 'confirm', user: 'ann', code: '111111', clientId: 'web' } as const
  const expiresAt = now / 1000 + 60
  const url = confirmUrl('https://links.example.com/c?tenant=a%20b', parts, { key: signingKey, expiresAt })
  const status = async (address: string) => (await sealed(new Request(address))).status
  assert.equal(await status(url), 200)
  for (const changed of [
    url.replace('user=ann', 'user=bob'),
    url.replace(/expires=\d+/, 'expires=99999999999'),
    url.replace(/.$/, '_'),
    url.replace(/&signature.*/, ''),
    `${url}&redirect=x`,
  ]) {
    assert.equal(await status(changed), 410, changed)
  }
  now += 59_999
  assert.equal(await status(url), 200)
  now += 1
  assert.equal(await status(url), 410)
  assert.throws(() => confirmUrl('https://a.example', parts, { key: 'short', expiresAt }), /16 characters/)
})

test('the page is in the language of the link, else of the browser', async () => {
  assert.match(await (await fetch(link({ locale: 'pt' }))).text(), /<html lang="pt-BR">[\s\S]*Confirme sua conta/)
  const headers = { 'accept-language': 'xx, de-AT;q=0.8, en;q=0.5' }
  assert.match(await (await fetch(link(), { headers })).text(), /<html lang="de">[\s\S]*Konto bestätigen/)
})

test('the same page runs as a Lambda function behind a URL', async () => {
  cognito.codes.add('999999')
  const handler = confirmLambda(options)
  const query = new URL(link({ user: 'lea', code: '999999' })).search.slice(1)
  const http = (method: string) => ({
    rawPath: '/confirm',
    requestContext: { http: { method }, domainName: 'x.lambda-url.eu-west-1.on.aws' },
  })
  const shown = await handler({ ...http('GET'), rawQueryString: query })
  assert.equal(shown.statusCode, 200)
  assert.equal(shown.headers['cache-control'], 'no-store')
  const posted = await handler({
    ...http('POST'),
    rawQueryString: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(query).toString('base64'),
    isBase64Encoded: true,
  })
  assert.equal(posted.statusCode, 200)
  assert.match(posted.body, /Your account is confirmed\./)
})
