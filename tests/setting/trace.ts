import assert from 'node:assert/strict'
import type { Setting } from './herald.ts'

type Traced = NonNullable<Awaited<ReturnType<Setting['herald']['inbox']['get']>>>

/** How long a machine that is busy may take, milliseconds. */
const LONGEST = 30_000

/**
 * Waits for a message to come so far, told by the inbox of each change.
 * @param id of the message, or undefined for the newest one that there is by then.
 * @returns the message as it was then.
 * @throws AssertionError with the trace, where it does not come so far.
 */
export async function until(
  { herald }: Setting,
  id: string | undefined,
  isSo: (message: Traced) => boolean,
): Promise<Traced> {
  const { inbox } = herald
  let changed = () => {}
  let isOver = false
  const unsubscribe = inbox.subscribe(() => changed())
  const timer = setTimeout(() => {
    isOver = true
    changed()
  }, LONGEST)
  try {
    for (;;) {
      const next = new Promise<void>((resolve) => {
        changed = resolve
      })
      const wanted = id ?? (await inbox.list({ limit: 1 })).messages[0]?.id
      const message = wanted === undefined ? undefined : await inbox.get(wanted)
      if (message && isSo(message)) return message
      if (isOver) assert.fail(`It came only so far: ${message?.state} ${JSON.stringify(message?.trace, null, 1)}`)
      await next
    }
  } finally {
    clearTimeout(timer)
    unsubscribe()
  }
}

/** Waits for a step of the trace: `encrypt ok`. @returns the message as it was then. */
export const untilStep = (setting: Setting, id: string | undefined, step: string) =>
  until(setting, id, ({ trace }) => trace.some(({ stage, outcome }) => `${stage} ${outcome}` === step))

/** The trace in words: `invoke retrying: attempt 1 of 3: …`. */
export const told = ({ trace }: Pick<Traced, 'trace'>): string[] =>
  trace.map(({ stage, outcome, detail }) =>
    detail === undefined ? `${stage} ${outcome}` : `${stage} ${outcome}: ${detail}`,
  )
