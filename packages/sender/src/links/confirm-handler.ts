import { chooseLocale } from '../events/choose-locale.ts'
import { system } from '../system.ts'
import type { Brand } from '../templates/brand.ts'
import { html } from '../templates/tags.ts'
import { allowedRedirect } from './allowed-redirect.ts'
import { type Answer, type CognitoAccess, completeLink } from './cognito-answer.ts'
import type { LinkParts } from './confirm-url.ts'
import { isLinkGood, type LinkQuery } from './link-signature.ts'
import { pageResponse, privateHeaders } from './page-html.ts'
import { type PageWords, pageWords } from './page-words.ts'
import { linkPartsOf, readForm } from './read-link.ts'

export interface ConfirmOptions extends CognitoAccess {
  /** App clients whose links are served, each with its secret where it has one. */
  clients: Readonly<Record<string, { secret?: string }>>
  /** Addresses that `redirect` of a link may lead to; see `allowedRedirect`. None by default. */
  redirects?: readonly string[]
  /** Where to go when it is done and the link has no `redirect`. */
  afterwards?: string
  /** Key of signed links: with it, links that were not signed by `confirmUrl` with this key, or are too old, do nothing. */
  signingKey?: string
  /** The access token of the person who confirms a changed attribute, of the app's own session. Cognito wants it. */
  accessToken?: (request: Request) => Promise<string | undefined> | string | undefined
  /** Page of the app that confirms a changed attribute where there is no access token here: it gets `#attribute=…&code=…`. */
  verifyAt?: string
  brand?: Brand | ((clientId: string | undefined) => Brand | undefined)
  defaultLocale?: string
  words?: Readonly<Record<string, PageWords>>
  /** Milliseconds since 1970; for tests. */
  now?: () => number
}

interface Visit {
  request: Request
  options: ConfirmOptions
  query: LinkQuery
  locale: string
  words: PageWords
}

const page = (visit: Visit, title: string, body: ReturnType<typeof html>, status = 200) => {
  const { options, locale, query } = visit
  const brand = typeof options.brand === 'function' ? options.brand(query.client) : options.brand
  const leading = [...(options.redirects ?? []), options.afterwards, options.verifyAt]
  const origins = [...new Set(leading.flatMap((address) => (address === undefined ? [] : [new URL(address).origin])))]
  return pageResponse({ locale, title, body, brand: brand ?? {}, origins, status })
}

/** The form repeats what the link carries, so that nothing is kept between the two requests. */
function formPage(visit: Visit, parts: LinkParts, problem?: string, status = 200): Response {
  const { words, query } = visit
  const fields = Object.entries(query).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const password = html`<label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="new-password" required autofocus maxlength="256">`
  const body = html`${problem === undefined ? '' : html`<p role="alert">${problem}</p>`}
<form method="post" action="?">
${fields}
${parts.action === 'reset' ? password : ''}
<button type="submit">${words.buttons[parts.action]}</button>
</form>`
  return page(visit, words.titles[parts.action], body, status)
}

const statuses: Record<Answer, number> = { done: 200, stale: 410, weak: 422, often: 429, failed: 502 }

function answerPage(visit: Visit, parts: LinkParts | undefined, answer: Answer): Response {
  const { words } = visit
  if (answer === 'weak' && parts !== undefined) return formPage(visit, parts, words.weak, statuses.weak)
  const title = words.titles[parts?.action ?? 'confirm']
  const said =
    answer === 'done' && parts !== undefined ? words.done[parts.action] : words[answer === 'done' ? 'failed' : answer]
  return page(visit, title, html`<p role="status">${said}</p>`, statuses[answer])
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { ...privateHeaders, location } })

/** What a link carries, if it is whole, of a client that is served, and signed where that is demanded. */
function servedParts({ query, options }: Visit): LinkParts | undefined {
  const parts = linkPartsOf(query)
  const { signingKey } = options
  if (signingKey !== undefined && !isLinkGood(query, signingKey, (options.now ?? system.now)())) return undefined
  if (parts === undefined) return undefined
  if (parts.action === 'verify') return parts
  return parts.clientId !== undefined && Object.hasOwn(options.clients, parts.clientId) ? parts : undefined
}

async function confirm(visit: Visit, parts: LinkParts, password: string | undefined): Promise<Response> {
  const { options, request, query } = visit
  if (parts.action === 'reset' && !password) return formPage(visit, parts, visit.words.weak, statuses.weak)
  const accessToken = parts.action === 'verify' ? await options.accessToken?.(request) : undefined
  if (parts.action === 'verify' && accessToken === undefined) {
    if (options.verifyAt === undefined) return answerPage(visit, parts, 'failed')
    const told = new URLSearchParams({ attribute: parts.attribute ?? 'email', code: parts.code })
    return seeOther(`${options.verifyAt}#${told}`)
  }
  const clientSecret = parts.clientId === undefined ? undefined : options.clients[parts.clientId]?.secret
  const completion = {
    ...(clientSecret !== undefined && { clientSecret }),
    ...(password !== undefined && { password }),
    ...(accessToken !== undefined && { accessToken }),
  }
  const answer = await completeLink(parts, completion, options)
  if (answer !== 'done') return answerPage(visit, parts, answer)
  const next = allowedRedirect(query.redirect, options.redirects ?? []) ?? options.afterwards
  return next === undefined ? answerPage(visit, parts, 'done') : seeOther(next)
}

/**
 * The page behind the links of `confirmUrl`, as a function from Request to Response. GET shows a button and does nothing,
 * so that a mail scanner that opens every link uses no code up; POST confirms the sign-up, sets the new password, or
 * verifies the attribute. It works without JavaScript, keeps nothing, and leads on to allowed addresses only.
 * @throws {TypeError} for options of which an address is none
 */
export function confirmHandler(options: ConfirmOptions): (request: Request) => Promise<Response> {
  for (const address of [...(options.redirects ?? []), options.afterwards, options.verifyAt]) {
    if (address !== undefined && !URL.canParse(address)) throw new TypeError(`Not an absolute address: ${address}`)
  }
  const texts = { ...pageWords, ...options.words }
  return async (request) => {
    const { method } = request
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
      return new Response(null, { status: 405, headers: { ...privateHeaders, allow: 'GET, HEAD, POST' } })
    }
    const sent = method === 'POST' ? await readForm(request) : Object.fromEntries(new URL(request.url).searchParams)
    const { password, ...query } = sent ?? {}
    const languages = (request.headers.get('accept-language') ?? '')
      .split(',')
      .map((part) => part.split(';')[0]!.trim())
    const locale = chooseLocale(
      [query.locale, ...languages.slice(0, 5)],
      Object.keys(texts),
      options.defaultLocale ?? 'en',
    )
    const visit: Visit = { request, options, query, locale, words: texts[locale] ?? pageWords.en! }
    const parts = servedParts(visit)
    // A form on a stranger's page could otherwise spend codes from this visitor's address.
    if (method === 'POST' && request.headers.get('sec-fetch-site') === 'cross-site')
      return answerPage(visit, parts, 'failed')
    if (parts === undefined) return answerPage(visit, undefined, 'stale')
    return method === 'POST' ? confirm(visit, parts, password) : formPage(visit, parts)
  }
}
