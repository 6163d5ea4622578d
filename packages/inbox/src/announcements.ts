import type { Message } from './message.ts'

export interface Announcements {
  /** The message `id` is new or has changed. */
  changed(id: string): void
  /** Every message is gone. */
  cleared(): void
  subscribe(listener: (message: Message) => void, onClear?: () => void): () => void
  /** Tells nobody any more: the store is about to close. */
  close(): void
}

/**
 * Tells listeners of new and changed messages, each as it stands when it is told: changes that follow each other quickly
 * are told once. Costs nothing while nobody listens.
 */
export function createAnnouncements(
  read: (id: string) => Promise<Message | undefined>,
  failed: (error: unknown) => void,
): Announcements {
  const listeners = new Set<{ listener: (message: Message) => void; onClear?: () => void }>()
  const waiting = new Set<string>()
  let telling = false
  let closed = false

  async function tell(): Promise<void> {
    telling = true
    try {
      for (const id of waiting) {
        waiting.delete(id)
        const message = await read(id)
        if (message) for (const { listener } of listeners) guarded(() => listener(message))
      }
    } catch (error) {
      if (!closed) failed(error)
    } finally {
      telling = false
    }
  }

  function guarded(action: () => void): void {
    try {
      action()
    } catch (error) {
      failed(error)
    }
  }

  return {
    changed(id) {
      if (listeners.size === 0 || closed) return
      waiting.add(id)
      if (!telling) void tell()
    },
    cleared() {
      waiting.clear()
      for (const { onClear } of listeners) if (onClear) guarded(onClear)
    },
    subscribe(listener, onClear) {
      const entry = onClear ? { listener, onClear } : { listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    close() {
      closed = true
      waiting.clear()
    },
  }
}
