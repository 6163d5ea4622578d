import type { Message } from './message.ts'

/** Learns of new and changed messages, after their commit. */
export interface Watcher {
  /** Whether somebody wants the messages themselves just now. Where nobody does they are not read, and only their ids are told. */
  wantsMessages(): boolean
  changed(id: string, message: Message | undefined): void
  /** Every message is gone. */
  cleared?(): void
}

export interface Announcements {
  /** The message `id` is new or has changed. */
  changed(id: string): void
  /** Every message is gone. */
  cleared(): void
  watch(watcher: Watcher): () => void
  /** Tells nobody any more: the store is about to close. */
  close(): void
}

/**
 * Tells listeners of new and changed messages, each as it stands when it is told: changes that follow each other quickly
 * are told once. Reads nothing while nobody wants messages.
 */
export function createAnnouncements(
  read: (id: string) => Promise<Message | undefined>,
  failed: (error: unknown) => void,
): Announcements {
  const watchers = new Set<Watcher>()
  const waiting = new Set<string>()
  let telling = false
  let closed = false

  async function tell(): Promise<void> {
    telling = true
    try {
      for (const id of waiting) {
        waiting.delete(id)
        const wanted = [...watchers].some((watcher) => watcher.wantsMessages())
        const message = wanted ? await read(id) : undefined
        if (wanted && !message) continue
        for (const watcher of watchers) guarded(() => watcher.changed(id, message))
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
      if (watchers.size === 0 || closed) return
      waiting.add(id)
      if (!telling) void tell()
    },
    cleared() {
      waiting.clear()
      for (const watcher of watchers) guarded(() => watcher.cleared?.())
    },
    watch(watcher) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    close() {
      closed = true
      waiting.clear()
    },
  }
}
