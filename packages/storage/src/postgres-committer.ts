import { documentName } from './buffered-transaction.ts'
import type { Conflict } from './driver.ts'
import { type CommitRequest, commitStatement, type PostgresTable, readAnswer } from './postgres-commit.ts'
import type { PostgresSession } from './postgres-session.ts'
import { statementNames } from './postgres-statement-names.ts'
import { type CommitOptions, LAZY, StoreBrokenError, StoreBusyError } from './store.ts'

/** How many transactions one round trip takes at most, and about how many characters of documents. */
const MOST_TOGETHER = 128
const MOST_CHARACTERS = 4_000_000
/** How often a group is sent again that the database gave up in favour of another. */
const MOST_ATTEMPTS = 20

/** Commits in groups: everything that waits goes in one round trip, while the next ones gather. */
export interface PostgresCommitter {
  commit(request: CommitRequest, options?: CommitOptions): Promise<Conflict | undefined>
  /** Waits for what was given before. */
  idle(): Promise<void>
}

interface Waiting {
  readonly request: CommitRequest
  readonly lazily: boolean
  resolve(conflict: Conflict | undefined): void
  reject(error: unknown): void
}

/** @param tables the state of the tables when they were prepared. */
export function createPostgresCommitter(
  session: PostgresSession,
  known: ReadonlyMap<string, PostgresTable>,
  tables: number,
): PostgresCommitter {
  const named = statementNames('commit')
  let queue: Waiting[] = []
  let working: Promise<void> | undefined
  /** Ends the wait of those who may wait. */
  let hurry = () => {}

  async function work(): Promise<void> {
    while (queue.length > 0) {
      if (queue.every(({ lazily }) => lazily)) await company()
      // Once around the event loop: whoever is about to commit comes along.
      await new Promise<void>((resolve) => setImmediate(resolve))
      const { group, rest } = nextGroup(queue)
      queue = rest
      await commitGroup(group)
    }
    working = undefined
  }

  /** Until somebody comes who waits for his commit, or the time is up. */
  function company(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LAZY)
      hurry = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function commitGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await send(group.map(({ request }) => request))
      for (const [i, { resolve }] of group.entries()) resolve(answers[i])
    } catch (error) {
      const [only, another] = group
      // One that the database refuses must not take its neighbours with it.
      if (another && isRefusal(error)) for (const one of group) await commitGroup([one])
      else if (another) for (const { reject } of group) reject(error)
      else only?.reject(error)
    }
  }

  async function send(group: readonly CommitRequest[]): Promise<(Conflict | undefined)[]> {
    const statement = commitStatement(known, group, tables)
    for (let attempt = 1; ; attempt++) {
      try {
        const [, , rows = []] = await session.run([
          { text: 'BEGIN ISOLATION LEVEL READ COMMITTED' },
          // The line in which all commits stand, of all processes: each sees everything that was committed before it.
          { text: `SELECT 1 FROM meta WHERE "key" = 'tables' FOR UPDATE`, name: 'line' },
          { ...statement, ...named(statement.text) },
          { text: 'COMMIT' },
        ])
        const answers = readAnswer(group, rows)
        if (answers) return answers
        throw new StoreBrokenError('The tables were changed by another release of Herald. Start this one again.')
      } catch (error) {
        const { code } = error as { code?: unknown }
        if (code !== '40001' && code !== '40P01') throw error
        if (attempt === MOST_ATTEMPTS)
          throw new StoreBusyError('The database gave a commit up again and again.', { cause: error })
        await new Promise<void>((resolve) => setTimeout(resolve, attempt * 5))
      }
    }
  }

  return {
    commit(request, { lazily = false } = {}) {
      return new Promise((resolve, reject) => {
        queue.push({ request, lazily, resolve, reject })
        if (!lazily) hurry()
        working ??= work()
      })
    },
    async idle() {
      hurry()
      await working
    },
  }
}

/** An answer of the database's, as opposed to none. */
function isRefusal(error: unknown): boolean {
  return typeof (error as { severity?: unknown }).severity === 'string'
}

/**
 * Those at the front of the line who do not disturb each other: nobody reads or writes what one before writes. Who does waits
 * for the next round, and is checked against what became of the others.
 */
function nextGroup(queue: readonly Waiting[]): { group: Waiting[]; rest: Waiting[] } {
  const group: Waiting[] = []
  const rest: Waiting[] = []
  const written = new Set<string>()
  let characters = 0
  for (const waiting of queue) {
    const { seen, writes } = waiting.request
    const docs = writes.filter((write) => write.kind !== 'add')
    const touches = [...seen, ...docs].some(({ collection, key }) => written.has(documentName(collection, key)))
    const full = group.length >= MOST_TOGETHER || (group.length > 0 && characters > MOST_CHARACTERS)
    if (full || touches) {
      rest.push(waiting)
      continue
    }
    group.push(waiting)
    for (const write of docs) {
      written.add(documentName(write.collection, write.key))
      if (write.kind === 'put') characters += write.doc.length
    }
  }
  return { group, rest }
}
