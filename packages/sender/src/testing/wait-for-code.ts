import { maskAddress } from '../observe/mask.ts'
import { system } from '../system.ts'

/** Which message is waited for: everything that is given has to match. */
export interface Awaited {
  /** Where Herald answers. Default `AWS_ENDPOINT_URL` of the environment, else `http://127.0.0.1:4566`. */
  url?: string
  /** E-mail address or E.164 number. */
  to?: string
  userName?: string
  userPoolId?: string
  /** As in the event: `CustomEmailSender_SignUp`. */
  source?: string
  channel?: 'email' | 'sms'
  /** Only what came later than this: a message, its id, or a time (by Herald's clock). */
  after?: string | Date | { id: string }
  /** Milliseconds. Default 20 000. */
  timeout?: number
  /** Ends the waiting: Vitest and node:test give their tests one. */
  signal?: AbortSignal
}

/** A message that was delivered, as a test looks at it. */
export interface AwaitedMessage {
  id: string
  to: string
  channel: 'email' | 'sms'
  subject?: string
  text?: string
  html?: string
  /** The code or temporary password that the pool issued; without a pool's trigger, what looks like a code in the text. */
  code?: string
  /** The first link of the message. */
  link?: string
}

/** Milliseconds that Herald waits at most for one request. */
const longestWait = 60_000

interface Answer {
  message?: Omit<AwaitedMessage, 'text' | 'code' | 'link'>
  text?: string
  code?: string
  link?: string
  error?: string
}

/**
 * The newest delivered message that matches in Herald's inbox, or the first that comes. It does not poll: Herald answers when
 * the message is there. In any test runner, for it is a `fetch`.
 * @throws {Error} when none comes in time, Herald is not there, or it refuses the question, with the reason.
 */
export async function waitForMessage(awaited: Awaited): Promise<AwaitedMessage> {
  const { timeout = 20_000, signal } = awaited
  const base = awaited.url ?? process.env.AWS_ENDPOINT_URL ?? 'http://127.0.0.1:4566'
  const end = system.now() + timeout
  for (;;) {
    const left = Math.max(0, end - system.now())
    const url = new URL('/_herald/messages/latest', base)
    url.search = queryOf(awaited, Math.min(left, longestWait))
    const { status, answer } = await ask(url, signal)
    if (status === 200 && answer.message) return viewOf(answer.message, answer)
    if (status !== 404) throw new Error(`Herald refused to look for a message: ${answer.error ?? `HTTP ${status}`}`)
    if (system.now() < end) continue
    throw new Error(`No message${wordsOf(awaited)} was delivered within ${timeout / 1000} s.`)
  }
}

/**
 * The code (or temporary password) of the newest delivered message that matches, or of the first that comes.
 *
 * ```ts
 * await page.getByRole('button', { name: 'Sign up' }).click()
 * await page.getByLabel('Code').fill(await waitForCode({ to: 'jane@example.com', source: 'CustomEmailSender_SignUp' }))
 * ```
 * @throws {Error} as `waitForMessage` does, and when the message has no code.
 */
export async function waitForCode(awaited: Awaited): Promise<string> {
  const { code } = await waitForMessage(awaited)
  if (code === undefined) throw new Error(`The message${wordsOf(awaited)} has no code.`)
  return code
}

/** Whole milliseconds are asked for as Herald reads durations. */
function queryOf({ to, userName, userPoolId, source, channel, after }: Awaited, waitMs: number): string {
  const since = after instanceof Date ? after.toISOString() : typeof after === 'object' ? after.id : after
  const given = { to, userName, userPoolId, source, channel, after: since, wait: `${Math.ceil(waitMs)}ms` }
  const pairs = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return new URLSearchParams(pairs).toString()
}

async function ask(url: URL, signal: AbortSignal | undefined): Promise<{ status: number; answer: Answer }> {
  let response: Response
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal && { signal }) })
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw new Error(`Herald does not answer at ${url.origin}`, { cause: error })
  }
  const text = await response.text()
  try {
    return { status: response.status, answer: JSON.parse(text) as Answer }
  } catch {
    throw new Error(`What answers at ${url.origin} is not Herald: HTTP ${response.status}`)
  }
}

function viewOf({ id, to, channel, subject, html }: NonNullable<Answer['message']>, answer: Answer): AwaitedMessage {
  const { text, code, link } = answer
  const optional = Object.entries({ subject, html, text, code, link }).filter(([, value]) => value !== undefined)
  return { id, to, channel, ...Object.fromEntries(optional) }
}

function wordsOf({ to, userName, source, channel }: Awaited): string {
  const of = [
    source,
    channel && `by ${channel}`,
    to === undefined ? undefined : `to ${maskAddress(to)}`,
    userName === undefined ? undefined : `for the user of the given name`,
  ]
  const words = of.filter((word) => word !== undefined)
  return words.length === 0 ? '' : ` (${words.join(', ')})`
}
