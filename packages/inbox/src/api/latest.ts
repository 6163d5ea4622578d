import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Inbox } from '../inbox.ts'
import type { Message, MessageFilter } from '../message.ts'
import { textOfHtml, unescapeHtml } from '../text-of-html.ts'
import { ApiError, answerJson } from './answer.ts'
import { parseDuration } from './duration.ts'
import { filterOf } from './message-filter.ts'

const LONGEST_WAIT = 60_000

export interface Latest {
  message: Message
  code?: string
  link?: string
  text?: string
}

/** `GET /messages/latest`: the newest delivered match, or the first one that comes within `wait`. */
export async function latest(inbox: Inbox, req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
  const filter: MessageFilter = { ...filterOf(url.searchParams, ['wait']), state: 'delivered' }
  const wait = waitOf(url.searchParams.get('wait'))
  const gone = new AbortController()
  res.on('close', () => gone.abort())
  const message = await newest(inbox, filter, wait, gone.signal)
  if (!message) {
    const within = wait > 0 ? ` within ${wait / 1000} s` : ''
    throw new ApiError(404, `No delivered message matches${within}.`)
  }
  answerJson(res, 200, latestView(message))
  req.resume()
}

/** What a test wants to know of a delivered message. */
export function latestView(message: Message): Latest {
  const text = message.text ?? (message.html === undefined ? undefined : textOfHtml(message.html))
  const code = message.trigger ? message.trigger.code : likelyCode(`${text ?? ''}\n${message.subject ?? ''}`)
  const link = firstLink(message)
  return {
    message,
    ...(code !== undefined && { code }),
    ...(link !== undefined && { link }),
    ...(text !== undefined && { text }),
  }
}

/** The first number that looks like a code: beside the addresses in the text, else the value of a parameter in one. */
function likelyCode(text: string): string | undefined {
  const alone = /\b\d{4,8}\b/.exec(text.replace(/https?:\/\/\S+/gi, ' '))?.[0]
  return alone ?? /https?:\/\/\S{1,2000}[?&][\w.-]{1,60}=(\d{4,8})(?![^\s&#])/i.exec(text)?.[1]
}

function firstLink(message: Message): string | undefined {
  const found = /https?:\/\/[^\s<>"']+/i
  const inText = message.text && found.exec(message.text)?.[0]
  const link = inText || (message.html && unescapeHtml(found.exec(message.html)?.[0] ?? ''))
  return link ? link.replace(/[.,;:!?)\]]+$/, '') : undefined
}

/** Waits by subscription; the wait is a timeout of running work, so it takes the machine's own time. */
async function newest(
  inbox: Inbox,
  filter: MessageFilter,
  wait: number,
  gone: AbortSignal,
): Promise<Message | undefined> {
  let arrived = () => {}
  let over = false
  const finish = () => {
    over = true
    arrived()
  }
  const news = { any: true }
  const unsubscribe = inbox.subscribe((message) => {
    if (message.state !== 'delivered') return
    news.any = true
    arrived()
  })
  const timer = setTimeout(finish, wait)
  gone.addEventListener('abort', finish)
  try {
    for (;;) {
      news.any = false
      const { messages } = await inbox.list({ ...filter, limit: 1 })
      if (messages[0] || over) return messages[0]
      if (news.any) continue
      await new Promise<void>((resolve) => {
        arrived = resolve
      })
    }
  } finally {
    clearTimeout(timer)
    unsubscribe()
  }
}

/** @throws {ApiError} 400 */
function waitOf(text: string | null): number {
  if (!text) return 0
  const wait = /^\d{1,5}$/.test(text) ? Number(text) * 1000 : parseDuration(text)
  if (wait === undefined || wait > LONGEST_WAIT)
    throw new ApiError(400, 'wait must be a duration of at most 60s, like "20s".')
  return wait
}
