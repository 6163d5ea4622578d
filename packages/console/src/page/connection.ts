import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Message, TracedMessage } from './message.ts'

const PAGE_SIZE = 100

export interface Connection {
  messages: readonly Message[]
  /** Undefined until the first answer. */
  live: boolean | undefined
  /** Whether there are older messages than those loaded. */
  more: boolean
  loadMore(): Promise<void>
  clear(): Promise<void>
}

/** The list of messages, kept as the server tells it. */
export function useMessages(): Connection {
  const [messages, setMessages] = useState<readonly Message[]>([])
  const [next, setNext] = useState<string | undefined>()
  const [live, setLive] = useState<boolean | undefined>()

  const load = useCallback(async () => {
    const page = await getPage()
    setMessages(page.messages)
    setNext(page.next)
  }, [])

  useEffect(() => {
    const events = new EventSource('/_herald/events')
    // The list is read after the stream stands, so nothing can fall between the two.
    events.addEventListener('hello', () => {
      load().then(
        () => setLive(true),
        () => setLive(false),
      )
    })
    events.addEventListener('message', (event) => {
      const message = JSON.parse(event.data) as Message
      setMessages((known) => withMessage(known, message))
    })
    events.addEventListener('reload', () => void load().catch(() => setLive(false)))
    events.addEventListener('cleared', () => {
      setMessages([])
      setNext(undefined)
    })
    events.onerror = () => setLive(false)
    return () => events.close()
  }, [load])

  return useMemo(
    () => ({
      messages,
      live,
      more: next !== undefined,
      async loadMore() {
        const page = await getPage(next)
        setMessages((known) => [...known, ...page.messages.filter(({ id }) => !known.some((other) => other.id === id))])
        setNext(page.next)
      },
      async clear() {
        await fetch('/_herald/messages', { method: 'DELETE' })
      },
    }),
    [messages, live, next],
  )
}

/** One message with its trace, read again whenever the list has news of it. */
export function useMessage(id: string | undefined, messages: readonly Message[]): TracedMessage | 'gone' | undefined {
  const [message, setMessage] = useState<TracedMessage | 'gone' | undefined>()
  const listed = messages.find((other) => other.id === id)
  // News of the message, or an emptied list, mean that it is read again.
  useEffect(() => {
    if (id === undefined) return setMessage(undefined)
    const aborted = new AbortController()
    fetch(`/_herald/messages/${encodeURIComponent(id)}`, { signal: aborted.signal })
      .then(async (response) => setMessage(response.ok ? ((await response.json()) as TracedMessage) : 'gone'))
      .catch(() => {})
    return () => aborted.abort()
  }, [id, listed, messages.length === 0])
  return typeof message === 'object' && message.id !== id ? undefined : message
}

async function getPage(before?: string): Promise<{ messages: Message[]; next?: string }> {
  const query = before === undefined ? '' : `&before=${encodeURIComponent(before)}`
  const response = await fetch(`/_herald/messages?limit=${PAGE_SIZE}${query}`)
  if (!response.ok) throw new Error(`The list of messages answers ${response.status}.`)
  return (await response.json()) as { messages: Message[]; next?: string }
}

function withMessage(known: readonly Message[], message: Message): Message[] {
  const at = known.findIndex((other) => other.id === message.id)
  if (at >= 0) return known.toSpliced(at, 1, message)
  const behind = known.findIndex((other) => other.at <= message.at)
  return known.toSpliced(behind < 0 ? known.length : behind, 0, message)
}
