import type { CheckResult, Outcome, SendContext } from '../provider.ts'
import { failureOfFetch } from './failure-of-fetch.ts'
import { notBegun } from './not-begun.ts'
import { type Answer, outcomeOfHttp, printableCode } from './outcome-of-http.ts'

export type { Answer } from './outcome-of-http.ts'

/** One HTTP request of a provider, and how its answer is to be read. */
export interface Call {
  /** Whole URL; see `urlOf`. */
  url: string
  /** Default `POST`. */
  method?: string
  headers?: Record<string, string>
  /** The body, in one of three forms. */
  json?: unknown
  /** Members that are undefined are left out; entries may repeat a name. */
  form?: Record<string, string | undefined> | readonly (readonly [string, string | undefined])[]
  text?: string
  /** The service's id of an accepted message. */
  id?: (answer: Answer) => unknown
  /** The service's own code for a fault, as `validation_error` or 21211; printed in the reason where it is safe to be. */
  code?: (answer: Answer) => unknown
  /** Says what an answer means where its status alone does not, whatever the status is. Undefined: what the status says.
   * `code` is the printable code. */
  judge?: (answer: Answer, code: string | undefined) => Outcome | undefined
  /** The same for services whose 2xx always means accepted: asked about all other answers only. */
  refused?: (answer: Answer, code: string | undefined) => Outcome | undefined
}

type CallContext = Pick<SendContext, 'signal' | 'fetch' | 'now'>

/** Bytes of an answer that are read. */
const limit = 64 * 1024

/**
 * Sends one request and says what became of the message. Never rejects.
 *
 * Failures to connect are `retry`: nothing left. A timeout or a broken connection is `unknown`. A 2xx whose body breaks off
 * is accepted, unless `judge` needs the body to know. Reasons hold no part of what was sent.
 * @param call the request, or what makes it; where that rejects (a credential that cannot be read) the outcome is `retry`.
 */
export async function call(call: Call | (() => Promise<Call>), context: CallContext): Promise<Outcome> {
  const made = await make(call)
  if ('status' in made) return made
  const answer = await exchange(made.request, context)
  if ('status' in answer) return answer
  const { request } = made
  const code = printableCode(attempt(request.code, answer), made.sent)
  const byStatus = outcomeOfHttp(answer, context.now(), code)
  if (byStatus.status === 'accepted' && request.judge && !answer.complete) {
    return { status: 'unknown', reason: `HTTP ${answer.http}, its body broke off`, http: answer.http }
  }
  const outcome = judged(request, answer, code) ?? byStatus
  if (outcome.status !== 'accepted' || outcome.id !== undefined) return outcome
  const id = attempt(request.id, answer)
  return typeof id === 'string' && id !== '' ? { ...outcome, id: id.slice(0, 300) } : outcome
}

/**
 * Asks a service whether the account works, by a request that changes nothing. Never rejects.
 * @param read what a good answer tells of the account. Default: that it works.
 */
export async function checkByCall(
  call: Call | (() => Promise<Call>),
  context: CallContext,
  read?: (answer: Answer) => CheckResult | undefined,
): Promise<CheckResult> {
  const made = await make(call)
  if ('status' in made) return { ok: false, detail: made.reason }
  const answer = await exchange(made.request, context)
  if ('status' in answer) return { ok: false, detail: answer.reason }
  const code = printableCode(attempt(made.request.code, answer), made.sent)
  const outcome = judged(made.request, answer, code) ?? outcomeOfHttp(answer, context.now(), code)
  if (outcome.status !== 'accepted') return { ok: false, detail: outcome.reason }
  return (attempt(read, answer) as CheckResult | undefined) ?? { ok: true }
}

function judged(request: Call, answer: Answer, code: string | undefined): Outcome | undefined {
  const ok = answer.http >= 200 && answer.http < 300
  return request.judge?.(answer, code) ?? (ok ? undefined : request.refused?.(answer, code))
}

interface Made {
  request: Call & { headers: Record<string, string>; body?: string; checked: Headers }
  /** URL, headers and body: what no reason may repeat. */
  sent: string[]
}

type NotSent = { status: 'retry'; reason: string } | { status: 'drop'; reason: string; account: true }

async function make(call: Call | (() => Promise<Call>)): Promise<Made | NotSent> {
  let given: Call
  try {
    given = typeof call === 'function' ? await call() : call
  } catch {
    return { status: 'retry', reason: 'the request could not be made: is its credential there?' }
  }
  const [body, type] = bodyOf(given)
  const headers = {
    accept: 'application/json',
    'user-agent': 'herald-sender',
    // A container that sleeps between messages wakes with connections that are long dead, and what breaks on one of them
    // would be `unknown`: so each request has its own.
    connection: 'close',
    ...(type === undefined ? {} : { 'content-type': type }),
    ...given.headers,
  }
  try {
    const checked = new Headers(headers)
    const sent = [given.url, ...Object.values(headers), ...(body === undefined ? [] : [body])]
    return { request: { ...given, headers, checked, ...(body === undefined ? {} : { body }) }, sent }
  } catch {
    // What Headers throws repeats the value, which may be a key.
    const reason = 'a header or credential holds characters that HTTP does not allow'
    return { status: 'drop', reason, account: true }
  }
}

function bodyOf({ json, form, text }: Call): [body?: string, type?: string] {
  if (json !== undefined) return [JSON.stringify(json), 'application/json']
  if (form !== undefined) {
    const entries = Array.isArray(form) ? form : Object.entries(form)
    const present = entries.filter((entry): entry is [string, string] => entry[1] !== undefined)
    return [new URLSearchParams(present).toString(), 'application/x-www-form-urlencoded']
  }
  return text === undefined ? [] : [text, 'text/plain; charset=utf-8']
}

async function exchange({ url, method, checked, body }: Made['request'], context: CallContext) {
  if (context.signal.aborted) return notBegun
  try {
    const response = await context.fetch(url, {
      method: method ?? 'POST',
      headers: checked,
      redirect: 'manual',
      signal: context.signal,
      ...(body === undefined ? {} : { body }),
    })
    return await read(response)
  } catch (error) {
    return failureOfFetch(error, context.signal.aborted)
  }
}

async function read(response: Response): Promise<Answer> {
  // A fetch made for browsers hides a redirect's status behind 0.
  const http = response.status === 0 ? 302 : response.status
  const chunks: Uint8Array[] = []
  let length = 0
  let complete = true
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length
      if (length > limit) {
        complete = false
        break
      }
      chunks.push(chunk)
    }
  } catch {
    complete = false
  }
  const text = complete ? Buffer.concat(chunks).toString('utf8') : ''
  return { http, headers: response.headers, text, json: parse(text), complete }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a reader of an answer finds; nothing where the answer is not of the form it expects. */
function attempt(reader: ((answer: Answer) => unknown) | undefined, answer: Answer): unknown {
  try {
    return reader?.(answer)
  } catch {
    return undefined
  }
}
