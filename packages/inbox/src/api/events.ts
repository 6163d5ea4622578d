import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Inbox } from '../inbox.ts'
import type { Message } from '../message.ts'
import { ApiError } from './answer.ts'

const HEARTBEAT = 15_000
const MOST_LISTENERS = 100
/** So many changes are remembered for a listener that was cut off. */
const REMEMBERED = 500
/** A listener that reads too slowly is told to load the list anew once so many messages wait for it. */
const MOST_WAITING = 500

interface Listener {
  send(id: string, message: Message): void
  tell(event: 'reload' | 'cleared'): void
  end(): void
}

export interface Events {
  /** Answers `GET /events`. */
  listen(req: IncomingMessage, res: ServerResponse): Promise<void>
  close(): void
}

/**
 * Server-sent events: `message` for each new or changed message, `cleared`, and `reload` when a listener missed more than
 * can be made up for. A listener that returns with `Last-Event-ID` is told first what changed meanwhile.
 * @param run marks the ids of this run, so that one from an earlier run is recognised.
 */
export function createEvents(inbox: Inbox, run: string): Events {
  const listeners = new Set<Listener>()
  const changes: { number: number; id: string }[] = []
  let number = 0
  const unwatch = inbox.watch({
    wantsMessages: () => listeners.size > 0,
    changed(id, message) {
      changes.push({ number: ++number, id })
      if (changes.length > REMEMBERED) changes.shift()
      if (message) for (const listener of listeners) listener.send(`${run}-${number}`, message)
    },
    cleared() {
      for (const listener of listeners) listener.tell('cleared')
    },
  })

  /** Ids of messages that changed since the event `last`; undefined when that is not known. */
  function missedSince(last: string): string[] | undefined {
    const [, of, at] = /^(.+)-(\d{1,15})$/.exec(last) ?? []
    const since = Number(at)
    if (of !== run || since > number || since < (changes[0]?.number ?? number + 1) - 1) return undefined
    return [...new Set(changes.filter((change) => change.number > since).map((change) => change.id))]
  }

  return {
    async listen(req, res) {
      if (listeners.size >= MOST_LISTENERS)
        throw new ApiError(429, `${MOST_LISTENERS} listeners are connected already.`)
      res.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-accel-buffering': 'no',
      })
      res.write(`retry: 1000\nid: ${run}-${number}\nevent: hello\ndata: {}\n\n`)
      const listener = createListener(res, () => listeners.delete(listener))
      listeners.add(listener)
      const last = req.headers['last-event-id']
      if (typeof last !== 'string' || last === '') return
      const upTo = `${run}-${number}`
      const missed = missedSince(last)
      if (!missed) return listener.tell('reload')
      for (const id of missed) {
        const message = await inbox.get(id)
        if (!message) continue
        const { trace: _, ...shown } = message
        listener.send(upTo, shown)
      }
    },
    close() {
      unwatch()
      for (const listener of listeners) listener.end()
    },
  }
}

function createListener(res: ServerResponse, ended: () => void): Listener {
  const waiting = new Map<string, { id: string; message: Message }>()
  let full = false
  const heartbeat = setInterval(() => {
    if (!full) write(': still here\n\n')
  }, HEARTBEAT)
  heartbeat.unref()

  function write(text: string): void {
    if (!res.destroyed) full = !res.write(text)
  }

  res.on('drain', () => {
    full = false
    for (const [key, { id, message }] of waiting) {
      waiting.delete(key)
      write(eventText('message', message, id))
      if (full) return
    }
  })
  res.on('error', () => res.destroy())
  res.on('close', () => {
    clearInterval(heartbeat)
    waiting.clear()
    ended()
  })

  return {
    send(id, message) {
      if (!full) return write(eventText('message', message, id))
      waiting.delete(message.id)
      waiting.set(message.id, { id, message })
      if (waiting.size <= MOST_WAITING) return
      waiting.clear()
      write(eventText('reload', {}))
    },
    tell(event) {
      waiting.clear()
      write(eventText(event, {}))
    },
    end: () => void res.end(),
  }
}

function eventText(event: string, data: unknown, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
